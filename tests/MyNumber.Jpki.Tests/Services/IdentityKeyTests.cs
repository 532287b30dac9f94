using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>An account is found by issuer, generation and serial together; every shaped leaf has the same CN.</summary>
public sealed class IdentityKeyTests : IDisposable
{
    private readonly ShapedAuthority _authority = new(1);
    private readonly ShapedAuthority _nextGeneration = new(3);
    private readonly ShapedAuthority _other = new(4, ShapedAuthority.UserAuthenticationName);

    public void Dispose()
    {
        _authority.Dispose();
        _nextGeneration.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Same_certificate_is_found_again()
    {
        Dictionary<CertificateIdentity, string> accounts = new() { [ShapedLeaf.Signature.ParseFrom(_authority).Identity] = "account" };
        accounts.ContainsKey(ShapedLeaf.Signature.ParseFrom(_authority).Identity).ShouldBeTrue();
    }

    [Fact]
    public void Same_name_and_serial_in_another_generation_is_another()
    {
        JpkiCertificate one = ShapedLeaf.Signature.ParseFrom(_authority), two = ShapedLeaf.Signature.ParseFrom(_nextGeneration);
        one.IssuerName.ToArray().ShouldBe(two.IssuerName.ToArray());
        Differ(one, two);
    }

    [Fact]
    public void Same_serial_of_another_authority_is_another() =>
        Differ(ShapedLeaf.Signature.ParseFrom(_authority), ShapedLeaf.Signature.ParseFrom(_other));

    [Fact]
    public void Same_serial_and_key_identifier_under_another_name_is_another() =>
        Differ(
            ShapedLeaf.Signature.ParseFrom(_authority),
            (ShapedLeaf.Signature with { AuthorityKeyIdentifier = _authority.KeyIdentifier }).ParseFrom(_other));

    [Fact]
    public void Same_common_name_with_another_serial_is_another()
    {
        JpkiCertificate one = ShapedLeaf.Signature.ParseFrom(_authority);
        JpkiCertificate two = (ShapedLeaf.Signature with { Serial = [0x01, 0x22, 0x33, 0x45] }).ParseFrom(_authority);
        one.SubjectName.ToArray().ShouldBe(two.SubjectName.ToArray());
        Differ(one, two);
    }

    [Fact]
    public void Empty_identity_matches_no_certificate()
    {
        ShapedLeaf.Signature.ParseFrom(_authority).Identity.ShouldNotBe(default);
        default(CertificateIdentity).IsEmpty.ShouldBeTrue();
    }

    private static void Differ(JpkiCertificate one, JpkiCertificate two)
    {
        (one.Identity == two.Identity).ShouldBeFalse();
        new HashSet<CertificateIdentity> { one.Identity }.Contains(two.Identity).ShouldBeFalse();
    }
}
