using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Certificates;

/// <summary>Bundles of a lab, which no table knows: one authority, several generations, PEM.</summary>
public sealed class TrustAnchorBundleTests
{
    private static readonly byte[] First = RawShapes.Authority(0).SignWith(0), Second = RawShapes.Authority(1).SignWith(1), Third = RawShapes.Authority(3).SignWith(3);
    private static readonly byte[] Login = RawShapes.Authority(2, RawShapes.LoginAuthority).SignWith(2);

    [Fact]
    public void Bundle_of_several_generations_makes_a_set()
    {
        TrustAnchorLoadResult result = Load(Pem(First, Second, Third));
        result.Rejected.ShouldBeEmpty();
        result.Anchors!.Anchors.Select(anchor => anchor.Certificate.RawData.ToArray()).ShouldBe([First, Second, Third], ignoreOrder: true);
        (result.Anchors.Environment, result.Anchors.Purpose).ShouldBe((JpkiEnvironment.Lab, CertificatePurpose.Signature));
        result.Found.Select(record => record.Generation).ShouldBe([1, 2, 3]);
        result.Missing.ShouldBeEmpty();
        result.ToString().ShouldBe("TrustAnchorLoadResult(3 of 3 generations)");
    }

    [Fact]
    public void Files_of_either_form_come_together_and_the_same_certificate_counts_once() =>
        Load(Pem(First, Second, First), Second, Third).Anchors!.Anchors.Count.ShouldBe(3);

    [Fact]
    public void Older_generation_comes_first_whatever_the_order_of_the_files()
    {
        byte[] newer = (RawShapes.Authority(0) with { NotBefore = RawParts.Time(0x17, "300716000000Z") }).SignWith(0);
        Load(newer, Second).Found.Select(record => record.Sha256.ToArray()).ShouldBe([SHA256.HashData(Second), SHA256.HashData(newer)]);
    }

    [Fact]
    public void Generations_that_were_found_serve_as_a_table()
    {
        TrustAnchorLoader loader = TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Lab, Load(Pem(First, Second)).Found);
        loader.Load([new TrustAnchorFile("a", Pem(Second, First))], [CertificateProfiles.CardSignature]).Anchors!.Anchors.Count.ShouldBe(2);
        loader.Load([new TrustAnchorFile("a", Pem(Third))], [CertificateProfiles.CardSignature]).Rejected.ShouldBe([new RejectedAnchor("a", 0, TrustAnchorFault.UnknownGeneration)]);
    }

    [Fact]
    public void Certificate_that_is_not_taken_is_told_by_file_and_place()
    {
        TrustAnchorLoadResult result = Load(First, Pem(Second, RawShapes.Signature().SignWith(0)));
        result.Anchors.ShouldBeNull();
        result.Rejected.ShouldBe([new RejectedAnchor("file 1", 1, TrustAnchorFault.NotAnAuthority)]);
        result.ToString().ShouldBe("TrustAnchorLoadResult(none: file 1 #2 NotAnAuthority)");
    }

    [Fact]
    public void Both_authorities_in_one_bundle_are_refused() =>
        Load(Pem(First, Login)).Rejected.ShouldBe([new RejectedAnchor("file 0", 1, TrustAnchorFault.OtherName)]);

    [Fact]
    public void Second_certificate_of_one_key_is_refused() =>
        Load(First, (RawShapes.Authority(0) with { Serial = [9] }).SignWith(0)).Rejected.ShouldBe([new RejectedAnchor("file 1", 0, TrustAnchorFault.KeyIdentifierRepeated)]);

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("text", "anchors")]
    [InlineData("a private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("a block that is cut", "-----BEGIN CERTIFICATE-----\nMIIB\n")]
    [InlineData("a block that ends by another label", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END KEY-----\n")]
    public void File_of_something_else_is_refused(string row, string contents) =>
        Load(Encoding.ASCII.GetBytes(contents)).Rejected.ShouldBe([new RejectedAnchor("file 0", 0, TrustAnchorFault.NotACertificate)], row);

    [Fact]
    public void More_blocks_or_octets_than_the_ceiling_are_refused()
    {
        Load(Pem([.. Enumerable.Repeat(First, 64)])).Anchors.ShouldNotBeNull();
        Load(Pem([.. Enumerable.Repeat(First, 65)])).Rejected.ShouldBe([new RejectedAnchor("file 0", 0, TrustAnchorFault.NotACertificate)]);
        byte[] padded = [.. Pem(First), .. Enumerable.Repeat((byte)'\n', 1024 * 1024)];
        Load(padded).Rejected.ShouldBe([new RejectedAnchor("file 0", 0, TrustAnchorFault.NotACertificate)]);
    }

    [Fact]
    public void Certificate_and_its_private_key_in_one_file_are_refused()
    {
        byte[] both = [.. Pem(First), .. "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"u8];
        Load(both).Rejected.ShouldBe([new RejectedAnchor("file 0", 0, TrustAnchorFault.NotACertificate)]);
    }

    [Fact]
    public void Beginnings_without_an_end_are_refused() =>
        Load(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("-----BEGIN A-----\n", 58_000)))).Rejected.ShouldBe([new RejectedAnchor("file 0", 0, TrustAnchorFault.NotACertificate)]);

    [Fact]
    public void Text_around_the_blocks_is_passed_over() =>
        Load([.. "subject=/CN=Lab\n"u8, .. Pem(First), .. "subject=/CN=Lab\n"u8, .. Pem(Second)]).Anchors!.Anchors.Count.ShouldBe(2);

    [Fact]
    public void No_file_makes_no_set()
    {
        TrustAnchorLoadResult result = Load();
        result.Anchors.ShouldBeNull();
        result.ToString().ShouldBe("TrustAnchorLoadResult(none: no certificate was given)");
    }

    [Fact]
    public void Long_list_of_refusals_is_cut_in_the_text() =>
        Load([.. Enumerable.Repeat<byte[]>([1], 10)]).ToString().ShouldEndWith("; file 7 #1 NotACertificate; and 2 more)");

    [Fact]
    public void Misuse_throws()
    {
        Should.Throw<ArgumentException>(() => TrustAnchorLoader.WithoutFingerprints(CertificatePurpose.Signature, JpkiEnvironment.Production)).ParamName.ShouldBe("environment");
        TrustAnchorLoader loader = TrustAnchorLoader.WithoutFingerprints(CertificatePurpose.Signature, JpkiEnvironment.Test);
        Should.Throw<ArgumentException>(() => loader.Load([], [CertificateProfiles.CardUserAuthentication]));
        Should.Throw<ArgumentNullException>(() => loader.Load([null!], [CertificateProfiles.CardSignature]));
        TrustAnchor.TryParse(First, out TrustAnchor? anchor).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => AuthorityRecord.Of(anchor!, CertificatePurpose.Signature, 0));
        Should.Throw<ArgumentNullException>(() => AuthorityRecord.Of(null!, CertificatePurpose.Signature, 1));
    }

    private static byte[] Pem(params byte[][] certificates) =>
        Encoding.ASCII.GetBytes(string.Concat(certificates.Select(der => PemEncoding.WriteString("CERTIFICATE", der) + "\n")));

    private static TrustAnchorLoadResult Load(params byte[][] files) =>
        TrustAnchorLoader.WithoutFingerprints(CertificatePurpose.Signature, JpkiEnvironment.Lab)
            .Load(files.Select((file, index) => new TrustAnchorFile($"file {index}", file)), [CertificateProfiles.CardSignature]);
}
