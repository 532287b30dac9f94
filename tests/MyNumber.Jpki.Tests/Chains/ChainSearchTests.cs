using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>Searching among what is given, and what it may cost.</summary>
public sealed class ChainSearchTests : IDisposable
{
    private readonly ChainLab _lab = new();
    private int _letters;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_right_one_of_several_authorities_of_one_name_is_found()
    {
        byte[] impostor = ChainLab.Certificate("Middle", _lab.SecondKey, "Root", _lab.RootKey, 9, ChainLab.Signing());
        byte[] expired = ChainLab.Certificate("Middle", _lab.AuthorityKey, "Root", _lab.RootKey, 8, ChainLab.Signing(), until: ChainLab.Now.AddDays(-1));
        ChainRequest good = _lab.Good();
        ChainVerifier.Verify(good with { Intermediates = [impostor, expired, .. good.Intermediates] }).Outcome.ShouldBe(VerificationOutcome.Valid);
        ChainVerifier.Verify(good with { Intermediates = [impostor, expired] }).Reasons.ShouldBe([VerificationReason.Expired]);
        ChainVerifier.Verify(good with { Intermediates = [impostor] }).Reasons.ShouldBe([VerificationReason.IssuerSignatureInvalid]);
    }

    [Fact]
    public void An_anchor_that_is_only_given_as_an_intermediate_is_no_anchor()
    {
        ChainRequest good = _lab.Good();
        byte[] other = ChainLab.Certificate("Elsewhere", _lab.SecondKey, "Elsewhere", _lab.SecondKey, 1, ChainLab.Signing());
        ChainRequest request = good with { Anchors = [other], Intermediates = [.. good.Intermediates, .. good.Anchors] };
        ChainVerifier.Verify(request).Reasons.ShouldBe([VerificationReason.IssuerUnknown]);
        ChainVerifier.Verify(good with { Anchors = [] }).Reasons.ShouldBe([VerificationReason.IssuerUnknown]);
    }

    [Fact]
    public void One_of_several_anchors_is_enough()
    {
        ChainRequest good = _lab.Good();
        byte[] twin = ChainLab.Certificate("Root", _lab.SecondKey, "Root", _lab.SecondKey, 1, ChainLab.Signing());
        ChainVerifier.Verify(good with { Anchors = [twin, .. good.Anchors] }).Outcome.ShouldBe(VerificationOutcome.Valid);
        ChainVerifier.Verify(good with { Anchors = [twin] }).Reasons.ShouldBe([VerificationReason.IssuerSignatureInvalid]);
    }

    [Fact]
    public void A_self_issued_certificate_does_not_count_against_the_path_length()
    {
        byte[] middle = _lab.Middle(ChainLab.Signing(0));
        byte[] rolled = ChainLab.Certificate("Middle", _lab.SecondKey, "Middle", _lab.AuthorityKey, 7, ChainLab.Signing(0));
        byte[] leaf = ChainLab.Certificate("Leaf", _lab.LeafKey, "Middle", _lab.SecondKey, 4, []);
        ChainRequest good = _lab.Good();
        byte[] newList = ChainLab.List("Middle", _lab.SecondKey);
        ChainVerifier.Verify(good with { EndEntity = leaf, Intermediates = [rolled, middle], Crls = [.. good.Crls, newList] }).Reasons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("certificates", 1, 10, 64, 128)]
    [InlineData("length of the path", 64, 1, 64, 128)]
    [InlineData("lists", 64, 10, 1, 128)]
    [InlineData("signatures", 64, 10, 64, 2)]
    public void A_budget_that_is_used_up_leaves_the_answer_undetermined(string description, int certificates, int length, int lists, int signatures)
    {
        ChainRequest good = _lab.Good() with { Intermediates = [_lab.Middle(), _lab.Second()] };
        ChainVerifier.Verify(good).Outcome.ShouldBe(VerificationOutcome.Valid);
        ChainOptions options = new() { MaximumCertificates = certificates, MaximumPathLength = length, MaximumCrls = lists, MaximumSignatureChecks = signatures };
        ChainResult answer = ChainVerifier.Verify(good with { Options = options });
        (answer.Outcome, answer.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainWorkExceeded), description);
    }

    [Fact]
    public void Lists_that_are_too_long_together_are_not_read()
    {
        ChainResult answer = ChainVerifier.Verify(_lab.Good() with { Options = new ChainOptions { MaximumCrlBytes = 100 } });
        (answer.Outcome, answer.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainWorkExceeded));
    }

    [Fact]
    public void Many_authorities_that_certify_each_other_cost_no_more_than_the_budgets()
    {
        // Sixteen certificates of one name and key: paths among them without end, none to an anchor.
        byte[][] ring = [.. Enumerable.Range(1, 16).Select(i => ChainLab.Certificate("Middle", _lab.AuthorityKey, "Middle", _lab.AuthorityKey, (byte)i, ChainLab.Signing()))];
        ChainRequest request = _lab.Good() with { Intermediates = [.. ring] };
        ChainResult answer = ChainVerifier.Verify(request with { Options = new ChainOptions { MaximumSignatureChecks = 1024 } });
        (answer.Outcome, answer.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainWorkExceeded));
    }

    [Fact]
    public void Many_names_of_distribution_points_cost_no_more_than_the_budget()
    {
        byte[] points = Nested(Enumerable.Repeat(Nested([PointName(250)]), 60));
        byte[] leaf = _lab.Leaf(new X509Extension("2.5.29.31", points, critical: false));
        byte[] scope = Nested([PointName(250)]);
        string extension = Convert.ToHexString(Nested([[0x06, 0x03, 0x55, 0x1D, 0x1C], [0x01, 0x01, 0xFF], Tagged(0x04, [scope])]));
        ChainRequest good = _lab.Good();
        ReadOnlyMemory<byte>[] lists = [good.Crls[0], .. Enumerable.Repeat<ReadOnlyMemory<byte>>(ChainLab.List("Middle", _lab.SecondKey, new ListShape { Extensions = [extension] }), 60)];
        ChainVerifier.Verify(good with { EndEntity = leaf, Crls = lists }).Reasons.ShouldBe([VerificationReason.ChainWorkExceeded]);

        // A list that is compared with nothing must not answer where others could not be compared any more.
        byte[] plain = ChainLab.List("Middle", _lab.AuthorityKey, new ListShape { From = ChainLab.Now.AddHours(-2) });
        ChainVerifier.Verify(good with { EndEntity = leaf, Crls = [.. lists, plain] }).Reasons.ShouldBe([VerificationReason.ChainWorkExceeded]);
    }

    [Fact]
    public void Many_paths_under_many_name_constraints_cost_no_more_than_the_budget()
    {
        // Each certificate has names that are held against all trees above.
        X509Extension trees = ChainLab.Other("2.5.29.30", Convert.ToHexString(Nested([Tagged(0xA1, Enumerable.Range(0, 30).Select(i => Nested([Dns($"t{i}.test")])))])), critical: true);
        X509Extension names = ChainLab.Other("2.5.29.17", Convert.ToHexString(Nested(Enumerable.Range(0, 250).Select(i => Dns($"n{i}.example")))));
        ChainRequest request = Twins(trees, names) with { Options = new ChainOptions { LeaveStatusOfEveryCertificateToTheCaller = true } };
        ChainVerifier.Verify(request).Outcome.ShouldBe(VerificationOutcome.Valid); // one path is well within it
        ChainVerifier.Verify(request with { At = ChainLab.Until.AddDays(1) }).Reasons.ShouldBe([VerificationReason.ChainWorkExceeded]);
    }

    [Fact]
    public void Many_paths_with_many_distribution_points_and_lists_cost_no_more_than_the_budget()
    {
        X509Extension points = new("2.5.29.31", Nested(Enumerable.Repeat(Nested([PointName(1)]), 60)), critical: false);
        ReadOnlyMemory<byte>[] lists = [.. Enumerable.Repeat<ReadOnlyMemory<byte>>(ChainLab.List("Elsewhere", _lab.SecondKey), 60)];
        ChainRequest request = Twins(points);
        ChainVerifier.Verify(request with { Crls = [lists[0]] }).Reasons.ShouldBe([VerificationReason.StatusOutOfScope]);
        ChainVerifier.Verify(request with { Crls = lists }).Reasons.ShouldBe([VerificationReason.ChainWorkExceeded]);
    }

    // Seven levels of two certificates each, of one name and key, with the same extensions: 128 paths to the anchor.
    private ChainRequest Twins(params X509Extension[] extensions)
    {
        ECDsa key = _lab.NewKey();
        List<ReadOnlyMemory<byte>> levels = [];
        for (int level = 0; level < 7; level++)
        {
            (string issuer, ECDsa signer) = level == 0 ? ("Root", _lab.RootKey) : ($"Level {level - 1}", key);
            levels.AddRange(Enumerable.Range(1, 2).Select(twin => (ReadOnlyMemory<byte>)ChainLab.Certificate(
                $"Level {level}", key, issuer, signer, (byte)((16 * level) + twin), [.. ChainLab.Signing(), .. extensions])));
        }

        return _lab.Good() with { EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, "Level 6", key, 99, [extensions[^1]]), Intermediates = levels };
    }

    private static byte[] Dns(string name) => Tagged(0x82, [System.Text.Encoding.ASCII.GetBytes(name)]);

    // A distributionPoint with that many URIs of one letter, none of them the same as a list's.
    private byte[] PointName(int count)
    {
        byte letter = (byte)('a' + _letters++);
        return Tagged(0xA0, [Tagged(0xA0, Enumerable.Repeat<byte[]>([0x86, 0x01, letter], count))]);
    }

    private static byte[] Nested(IEnumerable<byte[]> parts) => Tagged(0x30, parts);

    private static byte[] Tagged(byte tag, IEnumerable<byte[]> parts)
    {
        byte[] contents = [.. parts.SelectMany(part => part)];
        byte[] header = contents.Length < 128 ? [tag, (byte)contents.Length] : contents.Length < 256 ? [tag, 0x81, (byte)contents.Length] : [tag, 0x82, (byte)(contents.Length >> 8), (byte)(contents.Length & 0xFF)];
        return [.. header, .. contents];
    }

    [Theory]
    [InlineData("as DER", false, VerificationOutcome.Undetermined, VerificationReason.ChainNamesDifferInForm)]
    [InlineData("by section 7.1", true, VerificationOutcome.Valid, VerificationReason.None)]
    public void Names_that_differ_in_case_and_string_type_are_equal_only_when_asked_for(string description, bool folds, VerificationOutcome outcome, VerificationReason reason)
    {
        CertificateRequest request = new(ChainLab.Name("Leaf"), _lab.LeafKey, HashAlgorithmName.SHA384);
        X500DistinguishedName issuer = new("C=JP, O=\"CHAIN   lab\", CN=middle", X500DistinguishedNameFlags.None); // PrintableString where the authority has UTF8String
        using X509Certificate2 leaf = request.Create(issuer, X509SignatureGenerator.CreateForECDsa(_lab.AuthorityKey), ChainLab.From, ChainLab.Until, [4]);
        ChainOptions options = new() { CompareNamesIgnoringCaseWhiteSpaceAndStringType = folds };
        ChainResult answer = ChainVerifier.Verify(_lab.Good() with { EndEntity = leaf.RawData, Options = options });
        (answer.Outcome, answer.Reason).ShouldBe((outcome, reason), description);
    }

    [Theory]
    [InlineData("another value", "C=JP, O=Chain Lab, CN=Middlee")]
    [InlineData("no space where one is", "C=JP, O=ChainLab, CN=Middle")]
    [InlineData("another order", "O=Chain Lab, C=JP, CN=Middle")]
    [InlineData("another attribute", "C=JP, OU=Chain Lab, CN=Middle")]
    [InlineData("one part more", "C=JP, O=Chain Lab, CN=Middle, OU=x")]
    public void Names_that_differ_in_meaning_are_never_equal(string description, string name)
    {
        CertificateRequest request = new(ChainLab.Name("Leaf"), _lab.LeafKey, HashAlgorithmName.SHA384);
        using X509Certificate2 leaf = request.Create(
            new X500DistinguishedName(name, X500DistinguishedNameFlags.None), X509SignatureGenerator.CreateForECDsa(_lab.AuthorityKey), ChainLab.From, ChainLab.Until, [4]);
        ChainOptions options = new() { CompareNamesIgnoringCaseWhiteSpaceAndStringType = true };
        ChainVerifier.Verify(_lab.Good() with { EndEntity = leaf.RawData, Options = options }).Reasons.ShouldBe([VerificationReason.IssuerUnknown], description);
    }
}
