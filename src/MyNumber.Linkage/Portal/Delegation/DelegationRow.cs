namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>A delegation with the hash of the token that accepts it; empty once it is accepted.</summary>
internal sealed record DelegationRow(DelegationGrant Grant, byte[] TokenHash);
