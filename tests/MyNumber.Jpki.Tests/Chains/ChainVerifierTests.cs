using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Chains;

public sealed class ChainVerifierTests : IDisposable
{
    private readonly ChainLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_valid_chain_gives_its_path_from_the_end_entity_to_the_anchor()
    {
        ChainRequest request = _lab.Good();
        ChainResult answer = ChainVerifier.Verify(request);
        (answer.Outcome, answer.Reason).ShouldBe((VerificationOutcome.Valid, VerificationReason.None));
        answer.Path.Select(der => Convert.ToHexString(der.Span)).ShouldBe(
            new[] { request.EndEntity, request.Intermediates[0], request.Anchors[0] }.Select(der => Convert.ToHexString(der.Span)));
    }

    [Fact]
    public void Both_ends_of_a_period_are_inside_and_fractions_of_a_second_are_dropped()
    {
        ChainRequest request = _lab.Good() with { EndEntity = Leaf(ChainLab.Now, ChainLab.Now.AddSeconds(1)) };
        Reason(request).ShouldBe(VerificationReason.None);
        Reason(request with { At = ChainLab.Now.AddSeconds(1.999) }).ShouldBe(VerificationReason.None);
        Reason(request with { At = ChainLab.Now.AddSeconds(2) }).ShouldBe(VerificationReason.Expired);
        Reason(request with { At = ChainLab.Now.AddTicks(-1) }).ShouldBe(VerificationReason.NotYetValid);
    }

    [Fact]
    public void Years_of_two_digits_end_in_2049()
    {
        byte[] leaf = Leaf(ChainLab.From, new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero)); // the platform writes GeneralizedTime here
        Reason(_lab.Good() with { EndEntity = leaf }).ShouldBe(VerificationReason.None);
        byte[] past = Leaf(new DateTimeOffset(1950, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero)); // UTCTime 50
        Reason(_lab.Good() with { EndEntity = past }).ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public void All_reasons_of_one_path_are_told_with_the_gravest_first()
    {
        byte[] middle = ChainLab.Certificate("Middle", _lab.AuthorityKey, "Root", _lab.RootKey, 2, [ChainLab.Usage(X509KeyUsageFlags.CrlSign)], until: ChainLab.Now.AddDays(-1));
        ChainVerifier.Verify(_lab.Good() with { Intermediates = [middle] }).Reasons.ShouldBe(
            [VerificationReason.ChainAuthorityExpected, VerificationReason.ChainKeyMayNotSignCertificates, VerificationReason.Expired]);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("a sequence", "3000")]
    [InlineData("text", "48656C6C6F")]
    [InlineData("endless nesting", "308030803080308030803080")]
    [InlineData("a length that lies", "30847FFFFFFF00")]
    public void Bytes_that_are_no_certificate_are_refused(string description, string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        Reason(_lab.Good() with { EndEntity = bytes }).ShouldBe(VerificationReason.CertificateMalformed, description);
        Reason(_lab.Good() with { Intermediates = [bytes] }).ShouldBe(VerificationReason.IssuerUnknown, description);
        Reason(_lab.Good() with { Anchors = [bytes] }).ShouldBe(VerificationReason.IssuerUnknown, description);
        Reason(_lab.Good() with { Crls = [bytes] }).ShouldBe(VerificationReason.StatusMalformed, description);
    }

    [Fact]
    public void No_changed_bit_of_a_certificate_or_list_is_accepted()
    {
        ChainRequest good = _lab.Good();
        HoldChanged(good.EndEntity, changed => good with { EndEntity = changed });
        HoldChanged(good.Intermediates[0], changed => good with { Intermediates = [changed] });
        HoldChanged(good.Crls[0], changed => good with { Crls = [changed, good.Crls[1]] });
        HoldChanged(good.Crls[1], changed => good with { Crls = [good.Crls[0], changed] });
    }

    [Theory]
    [InlineData("RSA-2048 and SHA-256", 2048, "SHA256", VerificationReason.None)]
    [InlineData("RSA-2048 and SHA-512", 2048, "SHA512", VerificationReason.None)]
    [InlineData("RSA-2048 and SHA-1", 2048, "SHA1", VerificationReason.AlgorithmNotAccepted)]
    [InlineData("RSA-1024 and SHA-256", 1024, "SHA256", VerificationReason.AlgorithmNotAccepted)]
    public void Algorithms_of_an_RSA_authority_are_held_to_the_strict_default(string description, int size, string hash, VerificationReason expected)
    {
        using RSA key = size == 2048 ? LabKeyPool.Load(0) : RSA.Create(size);
        ChainRequest request = RsaRooted(key, new HashAlgorithmName(hash), RSASignaturePadding.Pkcs1);
        Reason(request).ShouldBe(expected, description);
        ChainOptions weak = request.Options with { AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = true };
        Reason(request with { Options = weak }).ShouldBe(VerificationReason.None, description);
    }

    [Fact]
    public void A_short_key_of_the_end_entity_is_refused_too()
    {
        using RSA key = RSA.Create(1024);
        CertificateRequest leaf = new(ChainLab.Name("Leaf"), key, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
        using X509Certificate2 issued = leaf.Create(ChainLab.Name("Middle"), X509SignatureGenerator.CreateForECDsa(_lab.AuthorityKey), ChainLab.From, ChainLab.Until, [4]);
        Reason(_lab.Good() with { EndEntity = issued.RawData }).ShouldBe(VerificationReason.AlgorithmNotAccepted);
    }

    [Fact]
    public void Algorithms_that_are_not_judged_leave_the_answer_undetermined()
    {
        using RSA key = LabKeyPool.Load(0);
        Judge(RsaRooted(key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainAlgorithmNotSupported));
        using ECDsa large = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        byte[] leaf = ChainLab.Certificate("Leaf", large, "Middle", _lab.AuthorityKey, 4, []);
        Judge(_lab.Good() with { EndEntity = leaf }).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainAlgorithmNotSupported));
    }

    [Theory]
    [InlineData("named", Oids.TimeStamping, true, VerificationReason.None)]
    [InlineData("another is named", Oids.OcspSigning, true, VerificationReason.ChainPurposeNotAllowed)]
    [InlineData("anyExtendedKeyUsage is not enough", Oids.AnyExtendedKeyUsage, true, VerificationReason.ChainPurposeNotAllowed)]
    [InlineData("critical and nothing is asked for", Oids.TimeStamping, false, VerificationReason.ChainPurposeUndecided)]
    public void The_purpose_that_is_asked_for_must_be_named(string description, string named, bool asks, VerificationReason expected)
    {
        X509EnhancedKeyUsageExtension purposes = new([new Oid(named)], critical: true);
        ChainOptions options = new() { RequiredPurpose = asks ? Oids.TimeStamping : null };
        Reason(_lab.Good() with { EndEntity = _lab.Leaf(purposes), Options = options }).ShouldBe(expected, description);
    }

    [Fact]
    public void Purposes_of_an_authority_bind_what_it_issues_and_absent_ones_do_not()
    {
        X509EnhancedKeyUsageExtension stamping = new([new Oid(Oids.TimeStamping)], critical: false), other = new([new Oid(Oids.ClientAuth)], critical: false);
        ChainRequest request = _lab.Good() with { EndEntity = _lab.Leaf(stamping), Options = new ChainOptions { RequiredPurpose = Oids.TimeStamping } };
        Reason(request).ShouldBe(VerificationReason.None);
        Reason(request with { Intermediates = [_lab.Middle([.. ChainLab.Signing(), other])] }).ShouldBe(VerificationReason.ChainPurposeNotAllowed);
        Reason(request with { EndEntity = _lab.Leaf() }).ShouldBe(VerificationReason.ChainPurposeNotAllowed);
        X509EnhancedKeyUsageExtension critical = new([new Oid(Oids.ClientAuth)], critical: true), any = new([new Oid(Oids.AnyExtendedKeyUsage)], critical: true);
        Reason(_lab.Good() with { Intermediates = [_lab.Middle([.. ChainLab.Signing(), critical])] }).ShouldBe(VerificationReason.ChainPurposeUndecided);
        Reason(_lab.Good() with { Intermediates = [_lab.Middle([.. ChainLab.Signing(), any])] }).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Key_usage_that_is_asked_for_must_be_there()
    {
        ChainRequest request = _lab.Good() with { Options = new ChainOptions { RequiredKeyUsage = X509KeyUsageFlags.DigitalSignature } };
        Reason(request with { EndEntity = _lab.Leaf(ChainLab.Usage(X509KeyUsageFlags.DigitalSignature)) }).ShouldBe(VerificationReason.None);
        Reason(request with { EndEntity = _lab.Leaf(ChainLab.Usage(X509KeyUsageFlags.KeyEncipherment)) }).ShouldBe(VerificationReason.ChainPurposeNotAllowed);
    }

    [Fact]
    public void Constraints_of_a_form_that_is_not_judged_leave_the_answer_undetermined()
    {
        // registeredID 1.2.3 permitted, and the leaf's registeredID 1.2.3.
        X509Extension constraint = ChainLab.Other("2.5.29.30", "3008A006300488022A03", critical: true), name = ChainLab.Other("2.5.29.17", "300488022A03");
        ChainRequest request = _lab.Good() with { Intermediates = [_lab.Middle([.. ChainLab.Signing(), constraint])] };
        Judge(request with { EndEntity = _lab.Leaf(name) }).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainConstraintNotSupported));
        Reason(request).ShouldBe(VerificationReason.None); // no name of that form: the constraint does not matter
    }

    [Theory]
    [InlineData("one octet", "020178", 121)]
    [InlineData("two octets", "02020080", 129)]
    public void A_limit_on_the_path_is_read_whole(string description, string number, int length)
    {
        ECDsa key = _lab.NewKey(small: true);
        X509Extension limit = ChainLab.Other("2.5.29.19", $"30{(number.Length / 2) + 3:X2}0101FF{number}", critical: true);
        List<ReadOnlyMemory<byte>> path = [ChainLab.Certificate("Level 0", key, "Root", _lab.RootKey, 1, [limit])];
        for (int level = 1; level <= length; level++)
        {
            path.Add(ChainLab.Certificate($"Level {level}", key, $"Level {level - 1}", key, 1, [ChainLab.Authority()]));
        }

        ChainOptions options = new() { LeaveStatusOfEveryCertificateToTheCaller = true, MaximumCertificates = 200, MaximumPathLength = 200, MaximumSignatureChecks = 4096 };
        ChainRequest request = _lab.Good() with { Intermediates = path, Options = options };
        Reason(request with { EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, $"Level {length - 1}", key, 1, []) }).ShouldBe(VerificationReason.None, description);
        Reason(request with { EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, $"Level {length}", key, 1, []) }).ShouldBe(VerificationReason.ChainPathTooLong, description);
    }

    [Fact]
    public void What_is_not_to_be_judged_here_is_not_asked_for()
    {
        ChainRequest request = _lab.Good() with { Crls = [] };
        Judge(request).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusOutOfScope));
        Reason(request with { Options = new ChainOptions { LeaveStatusOfEveryCertificateToTheCaller = true } }).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Missing_arguments_are_misuse()
    {
        Should.Throw<ArgumentNullException>(() => ChainVerifier.Verify(null!));
        Should.Throw<ArgumentNullException>(() => ChainVerifier.Verify(_lab.Good() with { Anchors = null! }));
        Should.Throw<ArgumentOutOfRangeException>(() => ChainVerifier.Verify(_lab.Good() with { Options = new ChainOptions { MaximumPathLength = 0 } }));
        Should.Throw<ArgumentOutOfRangeException>(() => ChainVerifier.Verify(_lab.Good() with { Options = new ChainOptions { MaximumCrls = ChainOptions.HighestBudget + 1 } }));
    }

    private static (VerificationOutcome Outcome, VerificationReason Reason) Judge(ChainRequest request)
    {
        ChainResult answer = ChainVerifier.Verify(request);
        return (answer.Outcome, answer.Reason);
    }

    private static VerificationReason Reason(ChainRequest request) => ChainVerifier.Verify(request).Reason;

    private static void HoldChanged(ReadOnlyMemory<byte> der, Func<byte[], ChainRequest> put)
    {
        for (int i = 0; i < der.Length; i++)
        {
            byte[] changed = der.ToArray();
            changed[i] ^= (byte)(1 << (i % 8));
            ChainVerifier.Verify(put(changed)).Outcome.ShouldNotBe(VerificationOutcome.Valid, $"byte {i}");
        }
    }

    private ChainRequest RsaRooted(RSA key, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        CertificateRequest root = new(ChainLab.Name("Root"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Array.ForEach(ChainLab.Signing(), root.CertificateExtensions.Add);
        using X509Certificate2 anchor = root.Create(ChainLab.Name("Root"), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), ChainLab.From, ChainLab.Until, [1]);
        CertificateRequest leaf = new(ChainLab.Name("Leaf"), _lab.LeafKey, hash);
        using X509Certificate2 issued = leaf.Create(ChainLab.Name("Root"), hash == HashAlgorithmName.SHA1 ? new Sha1Generator(key) : X509SignatureGenerator.CreateForRSA(key, padding), ChainLab.From, ChainLab.Until, [4]);
        return new ChainRequest
        {
            EndEntity = issued.RawData,
            Anchors = [anchor.RawData],
            At = ChainLab.Now,
            Options = new ChainOptions { LeaveStatusOfEveryCertificateToTheCaller = true },
        };
    }

    private byte[] Leaf(DateTimeOffset from, DateTimeOffset until) => ChainLab.Certificate("Leaf", _lab.LeafKey, "Middle", _lab.AuthorityKey, 4, [], from, until);

    // The platform's own generator refuses SHA-1.
    private sealed class Sha1Generator(RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Convert.FromHexString("300D06092A864886F70D0101050500");

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
