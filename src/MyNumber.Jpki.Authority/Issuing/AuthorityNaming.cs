using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>The names of one authority: JPKI's structure (C, O, OU purpose, OU operator, no CN) with the names of a lab.</summary>
/// <remarks>Immutable. All key generations of an authority share these names. Structure: project research notes on JPKI, §1.2 and §1.5 (confirmed).</remarks>
public sealed class AuthorityNaming
{
    private readonly string _organization;
    private readonly string _purposeUnit;

    /// <summary>Builds the names.</summary>
    /// <param name="organization">O of the Latin name.</param>
    /// <param name="purposeUnit">First OU of the Latin name: what the certificates are for.</param>
    /// <param name="operatorUnit">Second OU of the Latin name: who runs the authority.</param>
    /// <param name="japaneseOrganization">O of the Japanese name.</param>
    /// <param name="japanesePurposeUnit">First OU of the Japanese name.</param>
    /// <param name="japaneseOperatorUnit">Second OU of the Japanese name.</param>
    /// <exception cref="ArgumentException">A part names the real service or who runs it, in whatever width, case or spacing; a lab never bears that name. Or a part is no well-formed text.</exception>
    public AuthorityNaming(
        string organization, string purposeUnit, string operatorUnit, string japaneseOrganization, string japanesePurposeUnit, string japaneseOperatorUnit)
    {
        _organization = organization;
        _purposeUnit = purposeUnit;
        Name = Checked(Base(organization, purposeUnit).Append(NameAttribute.OrganizationalUnit(operatorUnit)));
        AlternativeName = Checked(Base(japaneseOrganization, japanesePurposeUnit).Append(NameAttribute.OrganizationalUnit(japaneseOperatorUnit)));
    }

    /// <summary>Subject of the authority and issuer of its certificates.</summary>
    public LabName Name { get; }

    /// <summary>The Japanese name: subjectAltName of the authority and issuerAltName of its certificates.</summary>
    public LabName AlternativeName { get; }

    /// <summary>The names of a lab for one purpose.</summary>
    /// <param name="purpose">Which of the two authorities.</param>
    /// <param name="organization">O of the Latin name; give another one to make a second lab.</param>
    /// <returns>The names.</returns>
    /// <exception cref="ArgumentException">The organisation is one of the real service.</exception>
    public static AuthorityNaming Lab(CertificatePurpose purpose, string organization = "MyNumber SDK Lab") => purpose == CertificatePurpose.Signature
        ? new(organization, "MyNumber SDK Lab for digital signature", "MyNumber SDK Lab Operations", "マイナンバーＳＤＫ試験所", "マイナンバーＳＤＫ試験所署名用", "試験所運営")
        : new(organization, "MyNumber SDK Lab for user authentication", "MyNumber SDK Lab Operations", "マイナンバーＳＤＫ試験所", "マイナンバーＳＤＫ試験所利用者証明用", "試験所運営");

    /// <summary>The name that a municipality's certificates and its partition of the CRL share.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <returns>The distribution point's name.</returns>
    /// <exception cref="ArgumentException">The municipality has the name of the real service.</exception>
    public LabName DistributionPoint(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return Checked(Base(_organization, _purposeUnit).Concat(
        [
            NameAttribute.OrganizationalUnit("CRL Distribution Points"),
            NameAttribute.OrganizationalUnit(municipality.Prefecture),
            NameAttribute.CommonName(municipality.Name + " CRLDP"),
        ]));
    }

    internal LabName Responder() => new(Base(_organization, _purposeUnit).Append(NameAttribute.CommonName("OCSP Responder")));

    private static LabName Checked(IEnumerable<NameAttribute> attributes)
    {
        LabName name = new(attributes);
        return ReservedNames.AreIn(name) ? throw new ArgumentException("A lab authority does not bear the name of the real service.", nameof(attributes)) : name;
    }

    private static IEnumerable<NameAttribute> Base(string organization, string purposeUnit) =>
        [NameAttribute.Country("JP"), NameAttribute.Organization(organization), NameAttribute.OrganizationalUnit(purposeUnit)];
}
