namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>Where a delegate's power comes from.</summary>
public enum DelegationKind
{
    /// <summary>The person gave it (任意代理人).</summary>
    Voluntary = 1,

    /// <summary>The law gave it (法定代理人), such as to a parent or an adult's guardian; a clerk of the portal enters it with its basis.</summary>
    LegalRepresentative = 2,
}
