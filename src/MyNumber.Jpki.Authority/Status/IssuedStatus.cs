using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>State, reason and time as CRL and OCSP publish them. <see langword="default"/> is good.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">Reason when held or revoked; <see cref="RevocationReason.Unspecified"/> when good.</param>
/// <param name="Since">The published revocation time, whole seconds; meaningless when good.</param>
public readonly record struct IssuedStatus(IssuedState State, RevocationReason Reason, DateTimeOffset Since)
{
    /// <summary>In force.</summary>
    public static IssuedStatus Good => default;
}
