// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/descriptions.h"

namespace sandbox::descriptions {

QByteArray control()
{
    return R"json({
"shapes": {
  "Request": { "uri*": "string", "method*": "string", "queryString*": "string", "body*": "object" },
  "ErrorDetail": { "code*": "string(12,12)", "description*": "string(0,256)", "additionalInfo*": "object" },
  "Refused": { "error*": "ErrorDetail", "request*": "Request" },
  "Role": "DEVELOPER|DEVELOPER_ADMIN|PUBLISHER|ORG_OWNER",
  "TenantStatus": "NOT_REQUESTED|PENDING_APPROVAL|APPROVED|ALLOCATED|DECLINED",
  "Status": { "version*": "string", "pid*": "integer", "baseUrl*": "uri", "now*": "time",
    "provisioningSeconds*": "integer", "review*": "auto|manual" },
  "Letter": { "id*": "integer", "to*": "string", "subject*": "string", "text*": "string", "code": "string",
    "sentAt*": "time", "purpose*": "string", "delivery*": "mailbox|waiting|sent|failed", "deliveryProblem": "string" },
  "Review": { "organizationId*": "uuid", "shortName*": "string", "contact*": "string", "type*": "INDIVIDUAL|BUSINESS",
    "email*": "string", "website*": "string", "domain*": "string", "country*": "string",
    "tenantStatus*": "TenantStatus", "requestedAt*": "time", "companyName": "string", "decidedAt": "time",
    "reason": "string" },
  "DecisionForm": { "action*": "APPROVE_TENANT|DECLINE_TENANT", "reason": "string(1,1000)" },
  "VersionDecisionForm": { "action*": "VersionAction", "reason": "string(1,1000)" },
  "SettingsForm": { "provisioningSeconds": "integer(0,86400)", "review": "auto|manual", "failingStep": "string?" },
  "PlatformRolesForm": { "platformRoles*": "[string]" },
  "PlatformUser": { "userId*": "uuid", "email*": "string", "platformRoles*": "[string]" },
  "ClockForm": { "advanceSeconds*": "integer" },
  "Now": { "now*": "time" },
  "LoggedRequest": { "at*": "time", "method*": "string", "path*": "string", "status*": "integer" },
  "FaultForm": { "method": "string", "pathPattern*": "string", "kind*": "delay|status|malformed|html|drop|cut",
    "delayMs": "integer", "status": "integer", "cutAfter": "integer", "times": "integer" }
},
"operations": {
  "GET /openapi.json": { "200": "object" },
  "GET /sandbox/v1/status": { "200": "Status" },
  "GET /sandbox/v1/mail": { "query": { "to": "string", "limit": "integer(1,1000)" }, "200": "[Letter]" },
  "GET /sandbox/v1/reviews": { "200": "[Review]" },
  "POST /sandbox/v1/reviews/{organizationId}": { "body": "DecisionForm", "200": "Tenant" },
  "GET /sandbox/v1/reviews/versions": { "200": "[object]" },
  "POST /sandbox/v1/reviews/versions/{appVersionId}": { "body": "VersionDecisionForm", "200": "AppVersion" },
  "PUT /sandbox/v1/settings": { "body": "SettingsForm", "200": "Status" },
  "PUT /sandbox/v1/users/{email}": { "body": "PlatformRolesForm", "200": "PlatformUser" },
  "POST /sandbox/v1/clock": { "body": "ClockForm", "200": "Now" },
  "GET /sandbox/v1/requests": { "200": "[LoggedRequest]" },
  "GET /sandbox/v1/faults": { "200": "[FaultForm]" },
  "PUT /sandbox/v1/faults": { "body": "[FaultForm]", "200": "[FaultForm]" },
  "DELETE /sandbox/v1/faults": { "204": "none" },
  "POST /sandbox/v1/stop": { "202": "none" }
} })json";
}

} // namespace sandbox::descriptions
