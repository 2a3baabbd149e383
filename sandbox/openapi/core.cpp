// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/descriptions.h"

namespace sandbox::descriptions {

QByteArray core()
{
    return R"json({
"shapes": {
  "ClientForm": { "clientId*": "string(1,256)", "clientSecret*": "string(1,1024)", "audience": "string(0,256)?" },
  "AppToken": { "accessToken*": "string", "tokenType*": "string", "expiresIn*": "integer" },
  "MobileForm": { "countryCode*": "string(2,4)", "number*": "string(4,10)" },
  "EndUserCodeForm": { "mode*": "email|sms", "emailId": "string(3,254)", "mobile": "MobileForm" },
  "EndUserProofForm": { "mode*": "email|sms", "emailId": "string(3,254)", "mobile": "MobileForm",
    "otp*": "string(6,6)" },
  "UserId": { "userId*": "uuid" },
  "ServiceUser": { "nickname*": "string", "email*": "string?", "mobileNumber*": "string?", "firstName*": "string?",
    "middleName*": "string?", "lastName*": "string?", "userId*": "string", "tenantId*": "string",
    "participantId*": "string?" },
  "TenantAttributes": { "name*": "string", "tenantId*": "string", "id*": "string", "displayName*": "string",
    "metadata*": "object", "enabled*": "boolean", "abacConfig*": "object" },
  "Alias": { "tenantId*": "string", "orgId*": "string" },
  "Key": { "kty*": "string", "use*": "string", "alg*": "string", "kid*": "string", "n*": "string", "e*": "string" },
  "Keys": { "keys*": "[Key]" },
  "TenantApp": { "appId*": "string", "appName*": "string", "appType*": "backend|mobile|web|internal",
    "description*": "string", "isPrivateApp*": "boolean", "privateTenantId*": "string?", "isActive*": "boolean",
    "isDeleted*": "boolean", "redirectUri*": "[string]", "clientId*": "string", "secretId*": "string?",
    "createdAt*": "integer" },
  "AppRole": { "roleId*": "string", "roleName*": "string", "description*": "string", "permissions*": "[string]",
    "isActive*": "boolean", "isDeleted*": "boolean", "canGrantToUsers*": "boolean", "canGrantToApps*": "boolean",
    "securityLevel*": "SENSITIVE|RESTRICTED|OPEN" },
  "AppRoles": { "appId*": "string", "roles*": "[string]" },
  "Permission": { "permissionId*": "string", "action*": "string", "appId*": "string", "resourceId*": "string",
    "httpMethod*": "string", "description*": "string", "isActive*": "boolean", "isDeleted*": "boolean" },
  "Resource": { "resourceId*": "string", "name*": "string", "description*": "string", "resourcePath*": "string",
    "allowedHttpMethods*": "[string]", "isActive*": "boolean" },
  "Sealed": { "iv*": "string", "encryptedText*": "string" },
  "RotatedSecret": { "appId*": "string", "clientId*": "string", "secret*": "Sealed" },
  "Mobile": { "countryCode*": "string", "number*": "string" },
  "EndUser": { "userId*": "uuid", "email*": "string?", "firstName*": "string?", "middleName*": "string?",
    "lastName*": "string?", "primaryMobile*": "Mobile?", "groups*": "[string]", "isActive*": "boolean",
    "createdAt*": "integer" },
  "Group": { "groupId*": "string", "name*": "string", "description*": "string", "users*": "[string]",
    "roles*": "[string]", "isActive*": "boolean", "createdAt*": "integer" },
  "Meta": { "totalElements*": "integer" },
  "ContainerType": { "id*": "uuid", "name*": "string", "isActive*": "boolean", "attributes*": "object",
    "createdAt*": "integer", "createdBy*": "string", "updatedAt*": "integer", "updatedBy*": "string" },
  "ContainerTypes": { "meta*": "Meta", "containerTypes*": "[object]" },
  "Participants": { "meta*": "Meta", "participants*": "[object]" },
  "ParticipantState": { "participantId*": "uuid", "participantType*": "string", "state*": "string",
    "updatedAt*": "integer" },
  "Webhook": { "id*": "uuid", "appId*": "string", "topic*": "string", "path*": "string", "isActive*": "boolean",
    "createdAt*": "integer" },
  "Webhooks": { "webhooks*": "[Webhook]", "nextPage*": "string?" },
  "AuthorizationForm": { "path*": "string(1,2048)", "method*": "get|put|post|delete|patch" },
  "Authorized": { "response*": "string" }
},
"operations": {
  "POST /tenants/{tenant}/core/api/v1/aaa/auth/client-credentials": { "headers": { "X-COREOS-REQUEST-ID*": "string",
    "X-COREOS-TID": "string" }, "body": "ClientForm", "200": "data AppToken" },
  "POST /tenants/{tenant}/core/api/v1/aaa/auth/request-otp": { "headers": { "X-COREOS-REQUEST-ID*": "string",
    "X-COREOS-TID*": "string" }, "body": "EndUserCodeForm", "200": "data string" },
  "POST /tenants/{tenant}/core/api/v1/aaa/auth/verify-otp": { "headers": { "X-COREOS-REQUEST-ID*": "string",
    "X-COREOS-TID*": "string" }, "body": "EndUserProofForm", "200": "data UserId" },
  "GET /tenants/{tenant}/core/api/v1/aaa/.well-known/jwks.json": { "200": "Keys" },
  "GET /tenants/{tenant}/core/api/v1/aaa/users/self": { "200": "data ServiceUser" },
  "GET /tenants/{tenant}/core/api/v1/aaa/tenants/{tenantId}": { "200": "data TenantAttributes" },
  "GET /tenants/{tenant}/core/api/v1/aaa/alias": { "200": "data Alias" },
  "POST /tenants/{tenant}/core/api/v1/aaa/apps/{appId}/rotate-secret": { "200": "data RotatedSecret" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps": { "200": "data [TenantApp]" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps/{appId}": { "200": "data TenantApp" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps/{appId}/roles": { "200": "data [AppRole]" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps/{appId}/app-roles": { "200": "data AppRoles" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps/{appId}/permissions": { "200": "data [Permission]" },
  "GET /tenants/{tenant}/core/api/v1/aaa/apps/{appId}/resources": { "200": "data [Resource]" },
  "GET /tenants/{tenant}/core/api/v1/aaa/users": { "200": "data [EndUser]" },
  "GET /tenants/{tenant}/core/api/v1/aaa/users/{userId}": { "200": "data EndUser" },
  "GET /tenants/{tenant}/core/api/v1/aaa/groups": { "200": "data [Group]" },
  "GET /tenants/{tenant}/core/api/v2/containers/container-types": { "query": { "limit": "integer(1,100)",
    "offset": "integer(0,1000000)", "select[]": "string", "query": "string", "sortBy": "asc|desc",
    "sortKey": "string" }, "200": "data ContainerTypes" },
  "GET /tenants/{tenant}/core/api/v2/containers/container-types/{containerTypeName}": {
    "200": "data ContainerType" },
  "GET /tenants/{tenant}/core/api/v2/participants/{participantTypePluralName}": { "query": {
    "limit": "integer(1,100)", "offset": "integer(0,1000000)", "size": "integer(1,100)", "page": "integer(1,1000000)",
    "select": "string", "query": "string", "sortBy": "asc|desc", "sortKey": "string" }, "200": "data Participants" },
  "GET /tenants/{tenant}/core/api/v2/participants/{participantTypePluralName}/{participantId}/state": {
    "200": "data ParticipantState" },
  "GET /tenants/{tenant}/core/api/v1/webhooks/apps": { "headers": { "X-COREOS-USERINFO*": "string" },
    "query": { "limit": "integer(1,100)", "nextPage": "integer(0,1000000)" }, "200": "data Webhooks" },
  "POST /tenants/{tenant}/core/api/v1/ext-auth/token/validate": { "200": "Authorized" },
  "POST /tenants/{tenant}/core/api/v1/ext-auth/token/authorize": { "body": "AuthorizationForm", "200": "Authorized" }
} })json";
}

} // namespace sandbox::descriptions
