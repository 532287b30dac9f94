namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>The certificates of one card.</summary>
/// <remarks>Immutable; <see cref="ToString"/> is masked.</remarks>
public sealed class CardCertificates
{
    internal CardCertificates(IssuedCertificate? signature, IssuedCertificate userAuthentication)
    {
        Signature = signature;
        UserAuthentication = userAuthentication;
    }

    /// <summary>Signature certificate (署名用電子証明書), or <see langword="null"/>: holders under 15 normally have none.</summary>
    public IssuedCertificate? Signature { get; }

    /// <summary>User-authentication certificate (利用者証明用電子証明書).</summary>
    public IssuedCertificate UserAuthentication { get; }

    /// <summary>A mask; no serial is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardCertificates(***)";
}
