namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>The policy OIDs of one environment, as data. A verifier decides by anchor first and by policy second, so a production-shaped policy under a lab root is no danger.</summary>
/// <remarks>Source: project research notes on JPKI, §1.7. What is unknown there is <see langword="null"/> here and is not guessed; set it with <c>with</c> where a test needs a value.</remarks>
/// <param name="Name">Name of the row.</param>
/// <param name="SignatureCard">Policy of a card's signature certificate.</param>
/// <param name="UserAuthenticationCard">Policy of a card's user-authentication certificate, or <see langword="null"/> when not known.</param>
public sealed record PolicyEnvironment(string Name, string? SignatureCard, string? UserAuthenticationCard)
{
    /// <summary>The lab's certification practice statement; an address that nothing answers.</summary>
    public const string LabCpsUri = "http://cps.mynumber-lab.invalid/cps.html";

    /// <summary>Policy of a phone's signature certificate (移動端末設備用), or <see langword="null"/> when not known.</summary>
    public string? SignaturePhone { get; init; }

    /// <summary>Policy of a phone's user-authentication certificate, or <see langword="null"/> when not known.</summary>
    public string? UserAuthenticationPhone { get; init; }

    /// <summary>Address in the CPS qualifier.</summary>
    public string CpsUri { get; init; } = LabCpsUri;

    /// <summary>The OIDs that production certificates of a card carry (confirmed). The phone's are not known.</summary>
    public static PolicyEnvironment ProductionShape { get; } = new("production-shape", Jpki.Asn1.Oids.PolicySignatureCard, Jpki.Asn1.Oids.PolicyUserAuthenticationCard);

    /// <summary>The OID of the issuing body's test environment (signature confirmed, user authentication not known).</summary>
    public static PolicyEnvironment TestShape { get; } = new("test-shape", Jpki.Asn1.Oids.PolicySignatureCardTest, null);

    /// <summary>OIDs of our own under a UUID arc (2.25, ITU-T X.667).</summary>
    public static PolicyEnvironment Lab { get; } = new(
        "lab", "2.25.122616376366132785320021255224901279248.1", "2.25.122616376366132785320021255224901279248.2")
    {
        SignaturePhone = "2.25.122616376366132785320021255224901279248.3",
        UserAuthenticationPhone = "2.25.122616376366132785320021255224901279248.4",
    };
}
