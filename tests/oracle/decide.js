// Reads one request a line, with the policies that are about it, and answers each with Allowed, ImplicitlyDenied,
// ExplicitlyDenied, or "error" and why the request is none that AWS would know.
import { createInterface } from "node:readline";
import { runSimulation } from "@cloud-copilot/iam-simulate";

const named = (policies) => policies.map((policy, index) => ({ name: `policy-${index}`, policy }));

for await (const line of createInterface({ input: process.stdin })) {
  const { principal, action, resource, account, context, identity, boundary, own } = JSON.parse(line);
  const answer = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: account }, contextVariables: context },
      identityPolicies: named(identity),
      permissionBoundaryPolicies: boundary ? named([boundary]) : undefined,
      resourcePolicy: own ?? undefined,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  console.log(answer.resultType === "error" ? `error ${JSON.stringify(answer.errors)}` : answer.overallResult);
}
