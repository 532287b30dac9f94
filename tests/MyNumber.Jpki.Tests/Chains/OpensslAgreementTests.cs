using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>openssl verify, with every certificate's status asked, on the same bytes at the same instant.</summary>
public sealed class OpensslAgreementTests : IDisposable
{
    private const string AuthoritiesOnly = "300F0603551D1C0101FF040530038201FF";
    private const string UsersOnly = "300F0603551D1C0101FF040530038101FF";

    private readonly ChainLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [SkippableTheory]
    [InlineData("good", true)]
    [InlineData("good, two authorities", true)]
    [InlineData("good, revocation of another", true)]
    [InlineData("good, list for users about a user", true)]
    [InlineData("a second before the end of the period", true)]
    [InlineData("expired", false)]
    [InlineData("not yet valid", false)]
    [InlineData("authority expired", false)]
    [InlineData("anchor expired", false)]
    [InlineData("wrong CA bit", false)]
    [InlineData("no basicConstraints", false)]
    [InlineData("path length", false)]
    [InlineData("path length of the anchor", false)]
    [InlineData("wrong key usage", false)]
    [InlineData("revoked", false)]
    [InlineData("on hold", false)]
    [InlineData("authority revoked", false)]
    [InlineData("no list", false)]
    [InlineData("list of wrong scope", false)]
    [InlineData("list out of date", false)]
    [InlineData("list of the future", false)]
    [InlineData("list signed by another key", false)]
    [InlineData("issuer may not sign lists", false)]
    [InlineData("unknown critical extension", false)]
    [InlineData("unknown critical extension of an entry", false)]
    [InlineData("signed by another key", false)]
    [InlineData("another issuer's name", false)]
    [InlineData("host outside of the permitted", false)]
    [InlineData("host inside of the permitted", true)]
    [InlineData("explicit policy without policies", false)]
    public void Openssl_says_the_same(string description, bool isValid)
    {
        ChainRequest request = Make(description);
        ChainResult answer = ChainVerifier.Verify(request);
        (answer.Outcome == VerificationOutcome.Valid).ShouldBe(isValid, $"{description}: {string.Join(", ", answer.Reasons)}");
        ProgramOutcome outcome = Ask(request);
        (outcome.ExitCode == 0).ShouldBe(isValid, $"{description}: {outcome.All}");
    }

    private ChainRequest Make(string description)
    {
        ChainRequest good = _lab.Good();
        return description switch
        {
            "good" => good,
            "good, two authorities" => Longer(_lab.Middle()),
            "good, revocation of another" => WithLeafList(good, new ListShape { Entries = [new(99)] }),
            "good, list for users about a user" => WithLeafList(good, new ListShape { Extensions = [UsersOnly] }),
            "a second before the end of the period" => good with { EndEntity = Leaf(until: ChainLab.Now.AddSeconds(1)) },
            "expired" => good with { EndEntity = Leaf(until: ChainLab.Now.AddSeconds(-1)) },
            "not yet valid" => good with { EndEntity = Leaf(from: ChainLab.Now.AddSeconds(1)) },
            "authority expired" => good with { Intermediates = [Authority("Middle", _lab.AuthorityKey, ChainLab.Now.AddSeconds(-1))] },
            "anchor expired" => good with { Anchors = [Authority("Root", _lab.RootKey, ChainLab.Now.AddSeconds(-1))] },
            "wrong CA bit" => good with { Intermediates = [_lab.Middle(ChainLab.Authority(isAuthority: false), ChainLab.Usage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign))] },
            "no basicConstraints" => good with { Intermediates = [_lab.Middle(ChainLab.Usage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign))] },
            "path length" => Longer(_lab.Middle(ChainLab.Signing(0))),
            "path length of the anchor" => Longer(_lab.Middle()) with { Anchors = [_lab.Root(ChainLab.Signing(0))] },
            "wrong key usage" => good with { Intermediates = [_lab.Middle(ChainLab.Authority(), ChainLab.Usage(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature))] },
            "issuer may not sign lists" => good with { Intermediates = [_lab.Middle(ChainLab.Authority(), ChainLab.Usage(X509KeyUsageFlags.KeyCertSign))] },
            "explicit policy without policies" => good with { Options = new ChainOptions { RequireExplicitPolicy = true } },
            _ => MakeOther(description, good),
        };
    }

    private ChainRequest MakeOther(string description, ChainRequest good) => description switch
    {
        "revoked" => WithLeafList(good, new ListShape { Entries = [new(4, ListEntry.KeyCompromise)] }),
        "on hold" => WithLeafList(good, new ListShape { Entries = [new(4, ListEntry.Hold)] }),
        "authority revoked" => good with { Crls = [ChainLab.List("Root", _lab.RootKey, new ListShape { Entries = [new(2)] }), good.Crls[1]] },
        "no list" => good with { Crls = [good.Crls[0]] },
        "list of wrong scope" => WithLeafList(good, new ListShape { Extensions = [AuthoritiesOnly] }),
        "list out of date" => WithLeafList(good, new ListShape { From = ChainLab.Now.AddDays(-2), Until = ChainLab.Now.AddSeconds(-1) }),
        "list of the future" => WithLeafList(good, new ListShape { From = ChainLab.Now.AddSeconds(1) }),
        "list signed by another key" => good with { Crls = [good.Crls[0], ChainLab.List("Middle", _lab.SecondKey)] },
        "unknown critical extension" => good with { EndEntity = _lab.Leaf(ChainLab.Other("1.2.3.4.5.6", "0500", critical: true)) },
        "unknown critical extension of an entry" => WithLeafList(good, new ListShape { Entries = [new(99, ListEntry.UnknownCritical)] }),
        "signed by another key" => good with { EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, "Middle", _lab.SecondKey, 4, []) },
        "another issuer's name" => good with { EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, "Muddle", _lab.AuthorityKey, 4, []) },
        "host outside of the permitted" => Hosted(good, "chain.example.jp.test"),
        "host inside of the permitted" => Hosted(good, "www.chain.example.jp"),
        _ => throw new InvalidOperationException($"No such row: {description}"),
    };

    // nameConstraints: permitted dNSName example.jp
    private ChainRequest Hosted(ChainRequest good, string host)
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        X509Extension constraint = ChainLab.Other("2.5.29.30", "3010A00E300C820A6578616D706C652E6A70", critical: true);
        return good with { EndEntity = _lab.Leaf(names.Build()), Intermediates = [_lab.Middle([.. ChainLab.Signing(), constraint])] };
    }

    private ChainRequest Longer(byte[] middle) => new()
    {
        EndEntity = ChainLab.Certificate("Leaf", _lab.LeafKey, "Second", _lab.SecondKey, 4, []),
        Intermediates = [middle, _lab.Second()],
        Anchors = [_lab.Root()],
        Crls = [ChainLab.List("Second", _lab.SecondKey), ChainLab.List("Root", _lab.RootKey), ChainLab.List("Middle", _lab.AuthorityKey)],
        At = ChainLab.Now,
    };

    private byte[] Leaf(DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        ChainLab.Certificate("Leaf", _lab.LeafKey, "Middle", _lab.AuthorityKey, 4, [], from, until);

    private byte[] Authority(string name, ECDsa key, DateTimeOffset until) =>
        ChainLab.Certificate(name, key, "Root", _lab.RootKey, 2, ChainLab.Signing(), until: until);

    private ChainRequest WithLeafList(ChainRequest good, ListShape shape) => good with { Crls = [good.Crls[0], ChainLab.List("Middle", _lab.AuthorityKey, shape)] };

    private static ProgramOutcome Ask(ChainRequest request)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        folder.Write("anchors.pem", Pem("CERTIFICATE", request.Anchors));
        folder.Write("others.pem", Pem("CERTIFICATE", request.Intermediates));
        folder.Write("lists.pem", Pem("X509 CRL", request.Crls));
        folder.Write("leaf.pem", Pem("CERTIFICATE", [request.EndEntity]));
        string at = request.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] policy = request.Options.RequireExplicitPolicy ? ["-policy_check", "-explicit_policy"] : [];
        return openssl.RunIn(
            folder.Path, ["verify", "-attime", at, "-crl_check_all", "-extended_crl", .. policy, "-CAfile", "anchors.pem", "-untrusted", "others.pem", "-CRLfile", "lists.pem", "leaf.pem"]);
    }

    private static string Pem(string label, IEnumerable<ReadOnlyMemory<byte>> files) => string.Join('\n', files.Select(der => PemEncoding.WriteString(label, der.Span)));
}
