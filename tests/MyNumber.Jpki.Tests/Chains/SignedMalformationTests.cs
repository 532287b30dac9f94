using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>Bytes that are wrong under a signature that is right: no reader may throw, and what the flaw touches may not pass unseen.</summary>
public sealed class SignedMalformationTests : IDisposable
{
    // A distribution point's name: CN=part below the issuer of the list.
    private const string RelativePart = "3011A00FA10D300B06035504030C0470617274";

    private readonly ChainLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_changed_certificate_that_is_signed_anew_throws_nothing()
    {
        byte[] leaf = _lab.Leaf(Rich());
        byte[] list = ChainLab.List("Middle", _lab.AuthorityKey, new ListShape { Extensions = ["301D0603551D1C0101FF0413" + RelativePart] });
        ChainRequest good = _lab.Good();
        good = good with { Crls = [good.Crls[0], list], Options = new ChainOptions { CompareNamesIgnoringCaseWhiteSpaceAndStringType = true } };
        ChainVerifier.Verify(good with { EndEntity = leaf }).Reasons.ShouldBeEmpty();
        foreach (byte[] changed in Changed(leaf))
        {
            Should.NotThrow(() => ChainVerifier.Verify(good with { EndEntity = changed }));
        }
    }

    [Fact]
    public void A_changed_authority_that_is_signed_anew_throws_nothing()
    {
        ChainRequest good = _lab.Good();
        byte[] middle = _lab.Middle([.. ChainLab.Signing(), .. Rich()]);
        foreach (byte[] changed in Changed(middle, _lab.RootKey))
        {
            Should.NotThrow(() => ChainVerifier.Verify(good with { Intermediates = [changed] }));
        }
    }

    [Fact]
    public void A_changed_list_that_is_signed_anew_throws_nothing_and_a_revoked_certificate_stays_refused_where_its_entry_stands()
    {
        ChainRequest good = _lab.Good();
        string[] extensions = ["30100603551D1C0101FF0406300483020640", "300F0603551D1C0101FF040530038101FF"];
        foreach (string extension in extensions)
        {
            byte[] list = ChainLab.List("Middle", _lab.AuthorityKey, new ListShape { Entries = [new(4, ListEntry.Hold), new(5)], Extensions = [extension] });
            foreach (byte[] changed in Changed(list))
            {
                Should.NotThrow(() => ChainVerifier.Verify(good with { Crls = [good.Crls[0], changed] }));
            }
        }
    }

    [Theory]
    [InlineData("distribution point without name and issuer", "2.5.29.31", "30053003810101")]
    [InlineData("distribution point of an empty relative name", "2.5.29.31", "30063004A002A100")]
    [InlineData("no distribution point", "2.5.29.31", "3000")]
    [InlineData("negative path length", "2.5.29.19", "30060101FF0201FF")]
    [InlineData("no policy", "2.5.29.32", "3000")]
    [InlineData("one policy twice", "2.5.29.32", "300C300406022A03300406022A03")]
    [InlineData("no mapping", "2.5.29.33", "3000")]
    [InlineData("no constraint", "2.5.29.30", "3000")]
    [InlineData("constraint without a tree", "2.5.29.30", "3002A000")]
    [InlineData("negative skip of policies", "2.5.29.54", "0201FF")]
    [InlineData("no alternative name", "2.5.29.17", "3000")]
    [InlineData("host that is not ASCII", "2.5.29.17", "30038201E3")]
    [InlineData("no purpose", "2.5.29.37", "3000")]
    [InlineData("bytes behind the value", "2.5.29.14", "040101040101")]
    public void An_extension_that_breaks_its_own_rule_makes_the_certificate_malformed(string description, string oid, string hex)
    {
        byte[] leaf = _lab.Leaf(ChainLab.Other(oid, hex));
        ChainVerifier.Verify(_lab.Good() with { EndEntity = leaf }).Reasons.ShouldBe([VerificationReason.CertificateMalformed], description);
    }

    [Fact]
    public void A_relative_name_of_a_distribution_point_that_is_no_name_matches_nothing()
    {
        // nameRelativeToCRLIssuer with an INTEGER where attributes belong, in the certificate and the list.
        byte[] leaf = _lab.Leaf(ChainLab.Other("2.5.29.31", "30093007A005A103020101"));
        byte[] list = ChainLab.List("Middle", _lab.AuthorityKey, new ListShape { Extensions = ["30130603551D1C0101FF04093007A005A103020101"] });
        ChainRequest good = _lab.Good();
        ChainVerifier.Verify(good with { EndEntity = leaf, Crls = [good.Crls[0], list] }).Reasons.ShouldBe([VerificationReason.StatusOutOfScope]);
    }

    // Policies, names of several forms, a distribution point with a relative name, purposes, key identifiers.
    private static X509Extension[] Rich() =>
    [
        ChainLab.Other("2.5.29.32", "30063004" + "06022A03"),
        ChainLab.Other("2.5.29.17", "3014" + "8201" + "61" + "8103" + "614062" + "8604" + "613A2F2F" + "8704" + "7F000001"),
        ChainLab.Other("2.5.29.31", "3013" + RelativePart),
        new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: false),
        ChainLab.Other("2.5.29.35", "30038001AA"),
    ];

    private IEnumerable<byte[]> Changed(byte[] der, ECDsa? signer = null)
    {
        ReadOnlyMemory<byte> signed = new AsnReader(der, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue();
        for (int i = 0; i < signed.Length; i++)
        {
            byte[] changed = signed.ToArray();
            changed[i] ^= (byte)(1 << (i % 8));
            AsnWriter writer = new(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                if (!AsnDecoder.TryReadEncodedValue(changed, AsnEncodingRules.DER, out _, out _, out _, out int consumed) || consumed != changed.Length)
                {
                    continue;
                }

                writer.WriteEncodedValue(changed);
                writer.WriteEncodedValue([0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x03]);
                writer.WriteBitString((signer ?? _lab.AuthorityKey).SignData(changed, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence));
            }

            yield return writer.Encode();
        }
    }
}
