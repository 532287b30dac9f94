using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>What an authority is asked to certify: a holder, a municipality and public keys whose private parts stay in the card.</summary>
/// <remarks><see cref="ToString"/> is masked.</remarks>
public sealed record CardIssuance
{
    /// <summary>The four attributes with their flags; only the signature certificate carries them, both take their end from the birth date.</summary>
    public required HolderAttributes Holder { get; init; }

    /// <summary>The municipality that the holder lives in.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>The card's last day, Japan time.</summary>
    public required DateOnly CardExpiry { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the card's signature key; empty issues no signature certificate.</summary>
    public ReadOnlyMemory<byte> SignatureKey { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the card's user-authentication key.</summary>
    public ReadOnlyMemory<byte> UserAuthenticationKey { get; init; }

    /// <summary>Issues a signature certificate to a holder under 15 too.</summary>
    public bool ForceSignature { get; init; }

    /// <summary>At which birthday after issuance the certificates end: 5, or 6 for a renewal in the last three months.</summary>
    public int Birthdays { get; init; } = 5;

    /// <summary>Which key generation signs.</summary>
    public KeyGeneration Generation { get; init; } = KeyGeneration.Current;

    /// <summary>Changes the contents just before they are signed, to make a certificate that is wrong on purpose; <see langword="null"/> changes nothing.</summary>
    /// <remarks>Serial and issuer must stay as they are, or status services will not know the certificate.</remarks>
    public Func<CertificatePurpose, CertificateContents, CertificateContents>? Alter { get; init; }

    /// <summary>A mask; nothing of the holder is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardIssuance(***)";
}
