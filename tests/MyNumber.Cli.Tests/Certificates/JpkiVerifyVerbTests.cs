using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class JpkiVerifyVerbTests
{
    private const string NotAsking = "--accept-without-asking-for-the-status";

    [Fact]
    public void Documents_of_every_kind_are_valid_by_the_list()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string list = bench.PublishNow("sign");
        Verify(bench, SignedFiles.Attached(bench), list).Json[0].GetProperty("kind").GetString().ShouldBe("SignedMessage");
        Verify(bench, SignedFiles.Detached(bench), list, "--content", bench.At("content.txt")).Code.ShouldBe(ExitCode.Done);
        Verify(bench, SignedFiles.Xml(bench), list, "--xml-enveloped", "form").Json[0].GetProperty("kind").GetString().ShouldBe("Xml");
        Verify(bench, bench.Signature, list).Json[0].GetProperty("kind").GetString().ShouldBe("Certificate");
    }

    [Fact]
    public void Answer_in_json_has_outcome_state_and_age_and_nothing_of_the_signer()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = Verify(bench, SignedFiles.Attached(bench), bench.PublishNow("sign"));
        run.Code.ShouldBe(ExitCode.Done, run.All);
        System.Text.Json.JsonElement answer = run.Json[0];
        answer.GetProperty("outcome").GetString().ShouldBe("Valid");
        answer.GetProperty("reasonNumber").GetInt32().ShouldBe(0);
        answer.GetProperty("state").GetString().ShouldBe("Good");
        System.Text.Json.JsonElement parts = answer.GetProperty("report").GetProperty("parts");
        parts.GetArrayLength().ShouldBe(1);
        System.Text.Json.JsonElement status = parts[0].GetProperty("status");
        status.GetProperty("method").GetString().ShouldBe("Crl");
        status.GetProperty("origin").GetString().ShouldBe("List");
        status.GetProperty("ageSeconds").GetInt64().ShouldBeInRange(0, 600);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("another content", "--content {text}", 1, "ContentDigestMismatch")]
    [InlineData("the other authority's anchor", "--content {content} --anchor {useranchor}", 1, "IssuerUnknown")]
    [InlineData("another policy", "--content {content} --policy 1.2.3", 1, "PolicyNotAccepted")]
    public void Detached_document_that_does_not_hold_says_why(string row, string line, int code, string reason)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string document = SignedFiles.Detached(bench);
        string[] more = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "{text}" => bench.Write("text.txt", "another application"),
            "{content}" => bench.At("content.txt"),
            "{useranchor}" => bench.UserAnchors,
            _ => word,
        })];
        string[] anchor = more.Contains("--anchor") ? [] : ["--anchor", bench.SignatureAnchors];
        ToolRun run = bench.Run(["jpki", "verify", document, .. anchor, .. more, NotAsking, "--json"]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Json[0].GetProperty("reason").GetString().ShouldBe(reason, row);
    }

    [Fact]
    public void Document_that_was_changed_is_not_valid_wherever_it_was_changed()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        byte[] document = File.ReadAllBytes(SignedFiles.Attached(bench));
        for (int place = 0; place < document.Length; place += 97)
        {
            byte[] changed = [.. document];
            changed[place] ^= 1;
            ToolRun run = bench.Run("jpki", "verify", bench.Write("changed.p7m", changed), "--anchor", bench.SignatureAnchors, NotAsking, "--json");
            run.Code.ShouldBe(ExitCode.Refused, $"at {place}: {run.All}");
        }
    }

    [Fact]
    public void Revoked_signer_is_not_valid_by_a_new_list_and_undetermined_by_none()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string document = SignedFiles.Attached(bench);
        bench.Run("ca", "revoke", bench.Authority, bench.Signature).Code.ShouldBe(ExitCode.Done);
        ToolRun revoked = Verify(bench, document, bench.PublishNow("sign"));
        revoked.Code.ShouldBe(ExitCode.Refused);
        revoked.Json[0].GetProperty("reason").GetString().ShouldBe("Revoked");
        ToolRun other = Verify(bench, document, bench.At("lists", "auth-1-full.crl"));
        other.Code.ShouldBe(ExitCode.Undetermined);
        other.Error.ShouldContain("--crl: List 1 is not used: no pinned anchor has the issuer's name [IssuerUnknown 120].");
        other.Json[0].GetProperty("listsNotUsed")[0].GetProperty("reason").GetString().ShouldBe("IssuerUnknown");
        ToolRun late = Verify(bench, document, bench.At("lists", "sign-1-full.crl"), "--at", "2100-01-01T00:00:00Z");
        late.Json[0].GetProperty("reason").GetString().ShouldBe("Expired", late.All);
    }

    [Fact]
    public void Word_for_asking_nobody_is_told_in_the_answer()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string document = SignedFiles.Attached(bench);
        ToolRun text = bench.Run("jpki", "verify", document, "--anchor", bench.SignatureAnchors, NotAsking);
        text.Code.ShouldBe(ExitCode.Done);
        text.Output.ShouldContain("STATUS WAS NOT ASKED");
        ToolRun json = bench.Run("jpki", "verify", document, "--anchor", bench.SignatureAnchors, NotAsking, "--json");
        json.Json[0].GetProperty("statusAsked").GetBoolean().ShouldBeFalse();
        json.Json[0].GetProperty("state").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        System.Text.Json.JsonElement part = json.Json[0].GetProperty("report").GetProperty("parts")[0];
        part.GetProperty("status").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        part.GetProperty("steps").EnumerateArray().Last().GetProperty("state").GetString().ShouldBe("NotAsked");
        json.Json[0].GetProperty("report").GetProperty("decision").GetString().ShouldBe("AskStatusFirst");
        text.Output.ShouldNotContain("valid: go on");
    }

    [Theory]
    [InlineData("en", "revoked; the CRL reason", "Next: ", "[Revoked 141]")]
    [InlineData("ja", "失効した (", "次にすること: ", "[141]")]
    public void Answer_for_a_person_is_the_librarys_report_in_the_language(string language, string reason, string next, string name)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run("ca", "revoke", bench.Authority, bench.Signature).Code.ShouldBe(ExitCode.Done);
        ToolRun run = bench.Run("jpki", "verify", SignedFiles.Attached(bench), "--anchor", bench.SignatureAnchors, "--crl", bench.PublishNow("sign"), "--lang", language);
        run.Code.ShouldBe(ExitCode.Refused);
        run.Output.ShouldContain(reason);
        run.Output.ShouldContain(next);
        run.Output.ShouldContain(name);
    }

    [Theory]
    [InlineData("en", "These are not the generations of one authority: it bears another name than the first [OtherName].")]
    [InlineData("ja", "一つの認証局の証明書としてまとめられません: 名称が最初のものと異なります。")]
    public void Anchors_of_two_authorities_are_not_one_set(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "verify", SignedFiles.Attached(bench), "--anchor", bench.SignatureAnchors, "--anchor", bench.UserAnchors, NotAsking, "--lang", language);
        run.Code.ShouldBe(ExitCode.Undetermined, run.All);
        run.Error.ShouldContain(expected);
    }

    [Theory]
    [InlineData("en", "--xml-enveloped {urn:example}form")]
    [InlineData("ja", "{urn:example}form のように指定します")]
    public void Root_in_a_namespace_named_without_it_is_told_how_to_name_it(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "verify", SignedFiles.Xml(bench, "urn:example"), "--xml-enveloped", "form", "--anchor", bench.SignatureAnchors, NotAsking, "--lang", language);
        run.Code.ShouldBe(ExitCode.Refused);
        run.Output.ShouldContain(expected);
        bench.Run("jpki", "verify", bench.At("form.xml"), "--xml-enveloped", "{urn:example}form", "--anchor", bench.SignatureAnchors, NotAsking).Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("no anchor", "{cms} " + NotAsking)]
    [InlineData("no status", "{cms} --anchor {signanchor}")]
    [InlineData("a source beside the word for none", "{cms} --anchor {signanchor} --ocsp http://127.0.0.1:1/ " + NotAsking)]
    [InlineData("an address of another scheme", "{cms} --anchor {signanchor} --ocsp file:///x")]
    [InlineData("an instant beside a responder", "{cms} --anchor {signanchor} --ocsp http://127.0.0.1:1/ --at 2026-01-01")]
    [InlineData("no instant", "{cms} --anchor {signanchor} --crl {text} --at soon")]
    [InlineData("two that agree of one", "{cms} --anchor {signanchor} --crl {text} --sources two-that-agree")]
    [InlineData("a detached signature without its content", "{detached} --anchor {signanchor} " + NotAsking)]
    [InlineData("an attached document and its content", "{cms} --content {text} --anchor {signanchor} " + NotAsking)]
    [InlineData("a purpose for CMS", "{cms} --anchor {signanchor} --purpose auth " + NotAsking)]
    [InlineData("a purpose for CMS, the right one too", "{cms} --anchor {signanchor} --purpose sign " + NotAsking)]
    [InlineData("a purpose for XML", "{xml} --xml-enveloped form --anchor {signanchor} --purpose sign " + NotAsking)]
    [InlineData("content for a certificate", "{sign} --content {text} --anchor {signanchor} " + NotAsking)]
    [InlineData("how to use sources, without one", "{cms} --anchor {signanchor} --sources freshest " + NotAsking)]
    [InlineData("timestamp authorities for XML", "{xml} --xml-enveloped form --anchor {signanchor} --time-anchor {anchor} " + NotAsking)]
    [InlineData("timestamp authorities for a certificate", "{sign} --anchor {signanchor} --time-anchor {anchor} " + NotAsking)]
    [InlineData("lists of timestamp authorities alone", "{cms} --anchor {signanchor} --time-crl {text} " + NotAsking)]
    [InlineData("lists of timestamp authorities beside the word for none", "{cms} --anchor {signanchor} --time-anchor {anchor} --time-crl {text} " + NotAsking)]
    [InlineData("timestamp authorities without their lists", "{cms} --anchor {signanchor} --time-anchor {anchor} --crl {text}")]
    [InlineData("XML without an expectation", "{xml} --anchor {signanchor} " + NotAsking)]
    [InlineData("XML with two expectations", "{xml} --anchor {signanchor} --xml-enveloped form --xml-enveloping " + NotAsking)]
    [InlineData("a place without what is signed", "{xml} --anchor {signanchor} --xml-signature-in form " + NotAsking)]
    [InlineData("a place that is none", "{xml} --anchor {signanchor} --xml-enveloped a:b " + NotAsking)]
    [InlineData("an expectation for CMS", "{cms} --anchor {signanchor} --xml-enveloped form " + NotAsking)]
    [InlineData("content for XML", "{xml} --anchor {signanchor} --xml-enveloped form --content {text} " + NotAsking)]
    [InlineData("signing-certificate in XML", "{xml} --anchor {signanchor} --xml-enveloped form --require-signing-certificate " + NotAsking)]
    [InlineData("signing-certificate in a certificate", "{sign} --anchor {signanchor} --require-signing-certificate " + NotAsking)]
    [InlineData("an unknown environment", "{cms} --anchor {signanchor} --environment moon " + NotAsking)]
    public void Wrong_use_is_usage(string row, string line)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "verify", .. Words(bench, line)]);
        run.Code.ShouldBe(ExitCode.Usage, $"{row}: {run.All}");
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain(bench.At(), Case.Sensitive, row);
    }

    [Theory]
    [InlineData("no document", "{new} --anchor {signanchor}", 3)]
    [InlineData("no anchor file", "{cms} --anchor {new}", 3)]
    [InlineData("an anchor that is text", "{cms} --anchor {text}", 3)]
    [InlineData("a holder's certificate for an anchor", "{cms} --anchor {sign}", 3)]
    [InlineData("a lab's anchor for production", "{cms} --anchor {signanchor} --environment production", 3)]
    [InlineData("a document that is text", "{text} --anchor {signanchor}", 1)]
    [InlineData("a list for a document", "{list} --anchor {signanchor}", 1)]
    [InlineData("another root element", "{xml} --anchor {signanchor} --xml-enveloped other", 1)]
    [InlineData("the test environment's policy", "{cms} --anchor {signanchor} --environment test", 1)]
    public void What_is_not_valid_or_not_there_has_its_code(string row, string line, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "verify", .. Words(bench, line), NotAsking]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.All.ShouldNotContain(bench.At(), Case.Sensitive, row);
    }

    [Theory]
    [InlineData("CMS", true)]
    [InlineData("PDF", false)]
    public void Signature_without_signing_certificate_holds_unless_it_is_required(string row, bool isMessage)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        CmsSigningOptions without = CmsSigningOptions.Default with { IncludesSigningCertificate = false };
        string document = isMessage ? SignedFiles.Attached(bench, without) : SignedFiles.Pdf(bench, message: without);
        bench.Run("jpki", "verify", document, "--anchor", bench.SignatureAnchors, NotAsking).Code.ShouldBe(ExitCode.Done, row);
        ToolRun run = bench.Run("jpki", "verify", document, "--anchor", bench.SignatureAnchors, NotAsking, "--require-signing-certificate", "--json");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Json[0].GetProperty("reason").GetString().ShouldBe("SigningCertificateMissing", row);
        string with = isMessage ? SignedFiles.Attached(bench) : SignedFiles.Pdf(bench);
        bench.Run("jpki", "verify", with, "--anchor", bench.SignatureAnchors, NotAsking, "--require-signing-certificate").Code.ShouldBe(ExitCode.Done, row);
    }

    private static ToolRun Verify(AuthorityBench bench, string document, string list, params string[] more) =>
        bench.Run(["jpki", "verify", document, "--anchor", bench.SignatureAnchors, "--crl", list, .. more, "--json"]);

    private static string[] Words(AuthorityBench bench, string line) => [.. CaVerbTests.Words(bench, line).Select(word => word switch
    {
        "{cms}" => SignedFiles.Attached(bench),
        "{detached}" => SignedFiles.Detached(bench),
        "{xml}" => SignedFiles.Xml(bench),
        "{list}" => bench.PublishNow("sign"),
        _ => word,
    })];
}
