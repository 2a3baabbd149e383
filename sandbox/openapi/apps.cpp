// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/descriptions.h"

namespace sandbox::descriptions {

QByteArray apps()
{
    return R"json({
"shapes": {
  "MenuEntryForm": { "displayName*": "string(1,30)", "displayOrder": "number?", "relativePath": "string(0,2048)?",
    "icon": "string(0,2048)?", "id": "string(0,64)?" },
  "VisibilityForm": { "isPrivate": "boolean?", "permissionType": "ALLOW|DENY", "orgIdentifiers": "[string(1,64)]" },
  "AddressesForm": { "relativePath": "string(0,2048)?", "stackId": "string(0,2048)?", "server": "string(0,2048)?",
    "interface": "string(0,2048)?", "admin": "string(0,2048)?", "setting": "string(0,2048)?",
    "userguide": "string(0,2048)?", "gitinfo": "string(0,2048)?" },
  "AppForm": { "displayName*": "string(2,50)", "type*": "WEB|BACKEND|MOBILE", "listingId*": "string(3,64)",
    "version*": "string(5,32)", "isConsoleCompatible*": "boolean", "shortDescription*": "string(1,160)",
    "longDescription": "string(0,4000)?", "categories*": "[string(2,30)]", "menu*": "[MenuEntryForm]",
    "visibility": "VisibilityForm", "isPrivate": "boolean?", "url": "AddressesForm" },
  "ChangeForm": { "displayName": "string(2,50)", "isConsoleCompatible": "boolean",
    "shortDescription": "string(1,160)", "longDescription": "string(0,4000)?", "categories": "[string(2,30)]",
    "menu": "[MenuEntryForm]", "visibility": "VisibilityForm?", "isPrivate": "boolean?", "url": "AddressesForm?" },
  "ProvisioningWord": "PENDING|SUCCESS|FAILED",
  "Provisioning": { "createApp*": "ProvisioningWord", "subscribeApp*": "ProvisioningWord",
    "grantPerimssions*": "ProvisioningWord" },
  "Visibility": { "isPrivate*": "boolean", "permissionType": "ALLOW|DENY", "orgIdentifiers": "[string]" },
  "AppUrl": { "name*": "string", "url*": "string" },
  "VersionStatus": "DEVELOPMENT|IN_TECH_REVIEW|READY_TO_PUBLISH|IN_INTERNAL_PUBLISH_REVIEW|IN_MARKETPLACE_PUBLISH_REVIEW|LIVE|DEPRECIATED",
  "VersionAction": "SUBMIT_FOR_TECH_REVIEW|WITHDRAW_FROM_TECH_REVIEW|APPROVE_TECH_REVIEW|DECLINE_TECH_REVIEW|SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW|SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW|APPROVE_INTERNAL_PUBLISH|APPROVE_INTERNAL_PUBLISH_REVIEW|APPROVE_MARKETPLACE_PUBLISH|APPROVE_MARKETPLACE_PUBLISH_REVIEW|DEPRECIATE",
  "VersionStep": { "status*": "VersionStatus", "at*": "time", "by*": "string", "action": "string", "reason": "string" },
  "AppVersion": { "appVersionId*": "string", "appId*": "string", "version*": "string", "displayName*": "string",
    "description*": "string", "shortDescription*": "string", "longDescription*": "string?",
    "categories*": "[string]", "applicationMenu*": "[object]", "visibility*": "Visibility", "isPrivate*": "boolean",
    "isConsoleCompatible*": "boolean", "consoleCompatible*": "boolean", "isMarketplaceCompatible*": "boolean",
    "status*": "VersionStatus", "state*": "Provisioning", "appUrls*": "[AppUrl]", "urlOverrides*": "[object]",
    "icon*": "string?", "images*": "[string]", "history*": "[VersionStep]", "createdAt*": "time",
    "createdBy*": "string", "updatedAt*": "time", "updatedBy*": "string" },
  "AppClient": { "environment*": "Environment", "clientKey*": "string", "serviceKey*": "string", "secret*": "string?" },
  "App": { "appId*": "string", "listingId*": "string", "uniqueName*": "string", "urlPath*": "string",
    "urn*": "string", "appType*": "WEB|BACKEND|MOBILE", "organizationId*": "uuid", "teamId*": "uuid",
    "isSubscriptionCredentialsAvailable*": "boolean", "clients*": "[AppClient]", "classifications*": "string",
    "versions*": "[AppVersion]" },
  "NewVersionForm": { "version*": "string(5,32)", "parentVersion": "string(1,64)" },
  "Id": { "id*": "string" },
  "VersionStateForm": { "action*": "VersionAction", "reason": "string(1,1000)" },
  "Environment": "DEVELOPMENT|PRODUCTION",
  "Credentials": { "appId*": "string", "environment*": "Environment", "clientId*": "string",
    "clientSecret*": "string?", "frontendClientId*": "string", "tenantId*": "string", "tenantUrl*": "string" },
  "RotationForm": { "environment*": "Environment" },
  "ArtifactType": "ICON|IMAGE|DOCS|PERMFILE|PERMFILE_WEB_CLIENT",
  "Artifact": { "artifactId*": "uuid", "appVersionId*": "string", "artifactType*": "ArtifactType",
    "fileName*": "string", "fileDescription*": "string?", "fileUrl*": "string", "contentType*": "string",
    "size*": "integer", "createdAt*": "time", "createdBy*": "string" }
},
"operations": {
  "POST /developer/apps": { "query": { "organizationId*": "uuid", "teamId*": "uuid" }, "body": "AppForm",
    "201": "App" },
  "GET /developer/apps": { "query": { "listingId*": "string" }, "200": "App" },
  "GET /developer/apps/{appId}": { "200": "App" },
  "DELETE /developer/apps/{appId}": { "204": "none" },
  "GET /developer/organization/{organizationId}/apps": { "query": { "teamId": "uuid" }, "200": "[App]" },
  "GET /developer/orgs/{organizationId}/apps": { "query": { "teamId": "uuid" }, "200": "[App]" },
  "GET /developer/apps/versions/{appVersionId}": { "200": "AppVersion" },
  "PATCH /developer/apps/versions/{appVersionId}": { "body": "ChangeForm", "200": "AppVersion" },
  "DELETE /developer/apps/versions/{appVersionId}": { "200": "Id" },
  "POST /developer/apps/{appId}/versions": { "body": "NewVersionForm", "201": "Id" },
  "PUT /developer/apps/versions/{appVersionId}/states": { "body": "VersionStateForm", "200": "AppVersion" },
  "GET /developer/apps/{appId}/credentials": { "query": { "environment": "Environment" }, "200": "Credentials" },
  "POST /developer/apps/{appId}/credentials/rotate": { "body": "RotationForm", "200": "Credentials" },
  "POST /developer/artifacts": { "query": { "appVersionId*": "string", "artifactType*": "ArtifactType" },
    "201": "Artifact" },
  "GET /developer/artifacts": { "query": { "appVersionId*": "string",
    "artifactType*": "ALL|ICON|IMAGE|DOCS|PERMFILE|PERMFILE_WEB_CLIENT" }, "200": "[Artifact]" },
  "GET /cdn/artifacts/{artifactId}/{fileName}": { "200": "binary" }
} })json";
}

} // namespace sandbox::descriptions
