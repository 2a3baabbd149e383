// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/descriptions.h"

namespace sandbox::descriptions {

QByteArray organizations()
{
    return R"json({
"shapes": {
  "CodeRequestForm": { "emailId*": "string(3,254)", "mode*": "email|" },
  "CodeProofForm": { "emailId*": "string(3,254)", "mode*": "email|", "otp*": "string(6,6)" },
  "Tokens": { "userId*": "uuid", "accessToken*": "string", "refreshToken*": "string", "tokenType*": "string",
    "expiresIn*": "integer", "refreshExpiresIn*": "integer" },
  "Membership": { "organizationId*": "uuid", "organizationName*": "string", "teamId*": "uuid", "teamName*": "string",
    "roles*": "[Role]", "status*": "INVITED|ACTIVE" },
  "Self": { "userId*": "uuid", "email*": "string", "nickname*": "string", "firstName*": "string?",
    "middleName*": "string?", "lastName*": "string?", "mobileNumber*": "string?", "tenantId*": "string?",
    "participantId*": "string?", "platformRoles*": "[string]", "memberships*": "[Membership]" },
  "OrganizationForm": { "acknowledged*": "boolean", "type*": "INDIVIDUAL|BUSINESS", "email*": "string(3,254)",
    "companyName": "string(2,50)", "firstName*": "string(1,36)", "lastName*": "string(1,36)",
    "website*": "string(1,2048)", "domain*": "string(4,253)", "country*": "string(2,2)" },
  "CorrectionForm": { "companyName": "string(2,50)", "firstName": "string(1,36)", "lastName": "string(1,36)",
    "website": "string(1,2048)", "country": "string(2,2)" },
  "Verification": { "channel*": "string", "maskedEmail*": "string", "expiresAt*": "time",
    "resendAvailableAt*": "time", "attemptsLeft*": "integer", "sendsLeft*": "integer" },
  "Team": { "teamId*": "uuid", "organizationId*": "uuid", "name*": "string", "isDefault*": "boolean",
    "createdAt*": "time", "updatedAt*": "time", "memberCount*": "integer" },
  "Organization": { "organizationId*": "uuid", "shortName*": "string", "type*": "INDIVIDUAL|BUSINESS",
    "status*": "PENDING_VERIFICATION|ACTIVE|EXPIRED", "email*": "string", "companyName": "string",
    "firstName*": "string", "lastName*": "string", "website*": "string", "domain*": "string", "country*": "string",
    "createdAt*": "time", "updatedAt*": "time", "tenantStatus*": "TenantStatus", "teams*": "[Team]",
    "roles*": "[Role]", "verification": "Verification" },
  "OtpForm": { "otp*": "string(6,6)" },
  "CodeSent": { "expiresAt*": "time", "resendAvailableAt*": "time", "sendsLeft*": "integer" },
  "TenantStep": { "status*": "TenantStatus", "at*": "time", "reason": "string", "by": "string" },
  "Tenant": { "tenantId*": "string?", "tenantName*": "string?", "tenantStatus*": "TenantStatus",
    "tenantUrl*": "string?", "stackId*": "string?", "isDeveloperTenant*": "boolean", "requestedAt*": "time",
    "decidedAt": "time", "reason": "string", "history*": "[TenantStep]" },
  "TenantStateForm": { "action*": "REQUEST_TENANT|APPROVE_TENANT|DECLINE_TENANT", "reason": "string(1,1000)" },
  "TeamForm": { "name*": "string(2,50)" },
  "Member": { "userId*": "uuid", "email*": "string", "firstName*": "string", "lastName*": "string",
    "roles*": "[Role]", "status*": "INVITED|ACTIVE", "joinedAt": "time" },
  "InvitationForm": { "email*": "string(3,254)", "roles*": "[Role]" },
  "RolesForm": { "roles*": "[Role]" }
},
"operations": {
  "POST /developer/auth/request-otp": { "body": "CodeRequestForm", "200": "data string" },
  "POST /developer/auth/verify-otp": { "body": "CodeProofForm", "200": "data Tokens" },
  "POST /developer/auth/refresh": { "headers": { "X-COREOS-REFRESH*": "string" }, "200": "data Tokens" },
  "POST /developer/auth/logout": { "headers": { "X-COREOS-REFRESH": "string",
    "x-developerplatform-access": "string" }, "204": "none" },
  "GET /developer/users/self": { "200": "Self" },
  "GET /auth/realms/developerplatform/protocol/openid-connect/auth": { "query": { "client_id*": "string",
    "redirect_uri*": "uri", "response_type*": "string", "state": "string(0,2048)" }, "200": "html", "400": "html" },
  "POST /auth/realms/developerplatform/protocol/openid-connect/auth": { "query": { "client_id*": "string",
    "redirect_uri*": "uri", "response_type*": "string", "state": "string(0,2048)" },
    "200": "html", "303": "none", "400": "html", "429": "html" },
  "GET /portal/token": { "200": "html" },
  "POST /portal/token": { "200": "html", "400": "html", "429": "html" },
  "POST /developer/organizations": { "body": "OrganizationForm", "201": "Organization" },
  "GET /developer/organizations": { "200": "[Organization]" },
  "GET /developer/organizations/{organizationId}": { "200": "Organization" },
  "PATCH /developer/organizations/{organizationId}": { "body": "CorrectionForm", "200": "Organization" },
  "POST /developer/organizations/{organizationId}/verify-otp": { "body": "OtpForm", "200": "Organization" },
  "POST /developer/organizations/{organizationId}/resend-otp": { "200": "CodeSent" },
  "GET /developer/organizations/{organizationId}/tenant": { "200": "Tenant" },
  "PUT /developer/organizations/{organizationId}/tenant/states": { "body": "TenantStateForm", "200": "Tenant" },
  "GET /developer/organizations/{organizationId}/teams": { "200": "[Team]" },
  "POST /developer/organizations/{organizationId}/teams": { "body": "TeamForm", "201": "Team" },
  "PATCH /developer/organizations/{organizationId}/teams/{teamId}": { "body": "TeamForm", "200": "Team" },
  "DELETE /developer/organizations/{organizationId}/teams/{teamId}": { "204": "none" },
  "GET /developer/organizations/{organizationId}/teams/{teamId}/members": { "200": "[Member]" },
  "POST /developer/organizations/{organizationId}/teams/{teamId}/members": { "body": "InvitationForm",
    "201": "Member" },
  "PATCH /developer/organizations/{organizationId}/teams/{teamId}/members/{userId}": { "body": "RolesForm",
    "200": "Member" },
  "DELETE /developer/organizations/{organizationId}/teams/{teamId}/members/{userId}": { "204": "none" },
  "POST /developer/organizations/{organizationId}/teams/{teamId}/members/self/accept": { "200": "Member" }
} })json";
}

} // namespace sandbox::descriptions
