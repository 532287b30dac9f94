using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Certificates;

/// <summary>The loader over a table of lab authorities; the real service's certificates are not here, so its table is tested by what it must refuse.</summary>
public sealed class TrustAnchorLoaderTests
{
    private static readonly byte[] First = RawShapes.Authority(0).SignWith(0), Second = RawShapes.Authority(1).SignWith(1), Third = RawShapes.Authority(3).SignWith(3);
    private static readonly byte[] LoginFirst = RawShapes.Authority(2, RawShapes.LoginAuthority).SignWith(2);
    private static readonly AuthorityRecord[] Table =
    [
        Record(First, CertificatePurpose.Signature, 1, 0, RawShapes.SignatureAuthority),
        Record(Second, CertificatePurpose.Signature, 2, 1, RawShapes.SignatureAuthority),
        Record(LoginFirst, CertificatePurpose.UserAuthentication, 1, 2, RawShapes.LoginAuthority),
    ];

    [Fact]
    public void All_generations_in_der_make_a_set_of_production()
    {
        TrustAnchorLoadResult result = Load(Table, First, Second);
        result.Anchors!.Anchors.Count.ShouldBe(2);
        (result.Anchors.Environment, result.Anchors.Purpose).ShouldBe((JpkiEnvironment.Production, CertificatePurpose.Signature));
        result.Found.Select(record => record.Generation).ShouldBe([1, 2]);
        result.Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("one after another", "")]
    [InlineData("with text before each", "# subject\n")]
    public void Several_in_pem_are_read(string description, string before)
    {
        string pem = before + PemEncoding.WriteString("CERTIFICATE", First) + "\n" + before + PemEncoding.WriteString("CERTIFICATE", Second) + "\n";
        Load(Table, Encoding.ASCII.GetBytes(pem)).Anchors!.Anchors.Count.ShouldBe(2, description);
    }

    [Fact]
    public void Same_certificate_twice_counts_once() => Load(Table, First, First).Anchors!.Anchors.Count.ShouldBe(1);

    [Fact]
    public void Missing_generation_is_named_and_the_rest_is_made()
    {
        TrustAnchorLoadResult result = Load(Table, Second);
        result.Anchors.ShouldNotBeNull();
        result.Missing.Select(record => record.Generation).ShouldBe([1]);
    }

    [Fact]
    public void Other_purpose_is_refused_with_the_whole_set()
    {
        TrustAnchorLoadResult result = Load(Table, First, LoginFirst);
        result.Anchors.ShouldBeNull();
        result.Rejected.ShouldBe([new RejectedAnchor("file 1", 0, TrustAnchorFault.OtherPurpose)]);
    }

    [Fact]
    public void Other_purpose_that_the_table_does_not_know_is_told_by_its_name() =>
        Fault(RawShapes.Authority(4, RawShapes.LoginAuthority).SignWith(4)).ShouldBe(TrustAnchorFault.OtherPurpose);

    [Fact]
    public void Other_environment_is_refused() =>
        Fault(RawShapes.Authority(4, RawShapes.AuthorityName("X for digital signature", "ANOTHER TEST")).SignWith(4)).ShouldBe(TrustAnchorFault.OtherEnvironment);

    [Fact]
    public void Unknown_generation_is_refused() => Fault(Third).ShouldBe(TrustAnchorFault.UnknownGeneration);

    [Fact]
    public void Known_name_and_key_in_other_bytes_are_refused() =>
        Fault((RawShapes.Authority(0) with { Serial = [9] }).SignWith(0)).ShouldBe(TrustAnchorFault.FingerprintDiffers);

    [Fact]
    public void Leaf_is_no_authority() => Fault(RawShapes.Signature().SignWith(0)).ShouldBe(TrustAnchorFault.NotAnAuthority);

    [Fact]
    public void Authority_that_another_key_signed_is_no_authority() => Fault(RawShapes.Authority(0).SignWith(1)).ShouldBe(TrustAnchorFault.NotAnAuthority);

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("text", "authority")]
    [InlineData("a cut sequence", "0\u0082")]
    [InlineData("a key in PEM", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    [InlineData("a begin without end", "-----BEGIN CERTIFICATE-----\nAAAA\n")]
    [InlineData("not base64", "-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----\n")]
    [InlineData("no certificate inside", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Other_contents_are_no_certificate(string description, string contents) =>
        Fault(Encoding.Latin1.GetBytes(contents)).ShouldBe(TrustAnchorFault.NotACertificate, description);

    [Fact]
    public void Bytes_before_or_after_the_blocks_that_begin_another_are_no_certificate()
    {
        string pem = PemEncoding.WriteString("CERTIFICATE", First);
        Fault(Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----\n!\n" + pem)).ShouldBe(TrustAnchorFault.NotACertificate);
        Fault(Encoding.ASCII.GetBytes(pem + "\n-----BEGIN CERTIFICATE-----\n!")).ShouldBe(TrustAnchorFault.NotACertificate);
    }

    [Theory]
    [InlineData("serial")]
    [InlineData("period")]
    [InlineData("key identifier")]
    [InlineData("name")]
    public void Table_that_contradicts_the_certificate_is_refused(string what)
    {
        AuthorityRecord wrong = what switch
        {
            "serial" => Table[0] with { SerialNumber = new byte[] { 9 } },
            "period" => Table[0] with { NotAfter = Table[0].NotAfter.AddSeconds(1) },
            "key identifier" => Table[0] with { KeyIdentifier = new byte[20] },
            _ => Table[0] with { NameSha256 = new byte[32] },
        };
        Load([wrong], First).Rejected.ShouldHaveSingleItem().Fault.ShouldBe(TrustAnchorFault.RecordDiffers);
    }

    [Fact]
    public void Nothing_given_makes_no_set()
    {
        TrustAnchorLoadResult result = Load(Table);
        result.Anchors.ShouldBeNull();
        result.Missing.Count.ShouldBe(2);
    }

    [Fact]
    public void Production_loader_refuses_a_lab_authority()
    {
        TrustAnchorLoadResult result = TrustAnchorLoader.ForProduction(CertificatePurpose.Signature).Load([new TrustAnchorFile("lab", First)], [CertificateProfiles.CardSignature]);
        result.Anchors.ShouldBeNull();
        result.Rejected.ShouldBe([new RejectedAnchor("lab", 0, TrustAnchorFault.OtherEnvironment)]);
        result.Missing.Count.ShouldBe(3);
    }

    [Fact]
    public void Production_takes_no_table_of_ones_own_and_no_profile_of_the_other_purpose()
    {
        Should.Throw<ArgumentException>(() => TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Production, Table));
        Should.Throw<ArgumentException>(() => TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Lab, [Table[2]]));
        TrustAnchorLoader lab = TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Lab, Table);
        Should.Throw<ArgumentException>(() => lab.Load([], [CertificateProfiles.CardUserAuthentication]));
        Should.Throw<ArgumentException>(() => lab.Load([], []));
        lab.Load([new TrustAnchorFile("one", First)], [CertificateProfiles.CardSignature]).Anchors!.Environment.ShouldBe(JpkiEnvironment.Lab);
    }

    [Fact]
    public void Production_table_is_the_published_one()
    {
        // Research notes, table of authority certificates: serial, end, key identifier and fingerprint of the first and last row.
        ProductionAuthorities.All.Count.ShouldBe(6);
        AuthorityRecord first = ProductionAuthorities.Signature[0], last = ProductionAuthorities.UserAuthentication[2];
        Convert.ToHexString(first.Sha256.Span).ShouldBe("19645405A1FE14377434BD55957628AC4038557C542403A2243F21C706FC9355");
        Convert.ToHexString(first.KeyIdentifier.Span).ShouldBe("0D034CBB34D0714F45E45A1CAFD8FD143FAB54A7");
        first.NotAfter.ShouldBe(new DateTimeOffset(2025, 10, 19, 14, 59, 59, TimeSpan.Zero));
        Convert.ToHexString(last.SerialNumber.Span).ShouldBe("06D18006");
        Convert.ToHexString(last.Sha256.Span).ShouldBe("64114F29620C24ED2631D46476A040E7EE740D956089C00B036A6A8118C322B5");
        ProductionAuthorities.All.ShouldAllBe(row => row.Sha256.Length == 32 && row.KeyIdentifier.Length == 20 && row.NameSha256.Length == 32);
    }

    private static TrustAnchorFault Fault(byte[] contents)
    {
        TrustAnchorLoadResult result = Load(Table, contents);
        result.Anchors.ShouldBeNull();
        return result.Rejected.ShouldHaveSingleItem().Fault;
    }

    private static TrustAnchorLoadResult Load(AuthorityRecord[] table, params byte[][] files) =>
        TrustAnchorLoader.WithTable(CertificatePurpose.Signature, JpkiEnvironment.Production, table)
            .Load(files.Select((file, index) => new TrustAnchorFile($"file {index}", file)), [CertificateProfiles.CardSignature]);

    private static AuthorityRecord Record(byte[] der, CertificatePurpose purpose, int generation, int key, byte[] name) => new()
    {
        Purpose = purpose,
        Generation = generation,
        SerialNumber = RawShapes.AuthoritySerial,
        NotBefore = new DateTimeOffset(2023, 7, 16, 0, 0, 0, TimeSpan.Zero),
        NotAfter = new DateTimeOffset(2033, 7, 15, 14, 59, 59, TimeSpan.Zero),
        KeyIdentifier = RawShapes.IdentifierOf(key),
        Sha256 = SHA256.HashData(der),
        NameSha256 = SHA256.HashData(name),
    };
}
