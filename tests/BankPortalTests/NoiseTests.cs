using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankPortal.Accounts;
using BankPortal.Opening;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace BankPortalTests;

/// <summary>Answers to a present application that nobody signed are no evidence: anybody can make them, as many as they like.</summary>
public sealed class NoiseTests : CustomerTests
{
    private const string Receipt = "M20261110-00001";

    public static TheoryData<string, VerificationReason> Noises { get; } = new()
    {
        { "bytes", VerificationReason.DocumentMalformed },
        { "a signature with a wrong bit", VerificationReason.SignatureInvalid },
        { "a content with another byte", VerificationReason.ApplicationForOtherChallenge },
        { "a certificate with a wrong bit", VerificationReason.IssuerSignatureInvalid },
        { "a certificate of the sender's own making", VerificationReason.PolicyNotSingle },
    };

    [Theory]
    [MemberData(nameof(Noises))]
    public async Task Noise_is_not_archived_and_not_listed_and_the_customer_may_sign_again(string what, VerificationReason reason)
    {
        Shown asked = await Customer.ConfirmAsync();
        Shown refused = await PostAsync(asked, await MakeAsync(what, asked));

        refused.Path.ShouldBe($"/open/refused?reason={reason}", what);
        Portal.Get<ApplicationBook>().All.ShouldBeEmpty();
        Portal.Get<IEvidenceStore>().Find(Receipt).ShouldBeEmpty();
        Portal.Log.Lines.ShouldContain(line => line.Id.Name == "HolderAnswerRefused" && line.Text.Contains(reason.ToString(), StringComparison.Ordinal), "it is counted in the log");
        refused.Body.ShouldContain("href=\"/open/confirm\"");
        Shown again = await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/confirm"), "/open/confirm");
        (await Customer.AnswerAsync(again)).Text.ShouldContain("口座が開設されました");
        Portal.Get<ApplicationBook>().All.Single().Receipt.ShouldBe(Receipt);
    }

    [Fact]
    public async Task Noise_over_an_earlier_version_is_no_evidence_either()
    {
        Shown asked = await Customer.ConfirmAsync();
        await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/form"), "/open/form", ("Input.Branch", "見本港支店"));
        await PostAsync(asked, await MakeAsync("a signature with a wrong bit", asked));

        Portal.Get<ApplicationBook>().All.ShouldBeEmpty();
        Portal.Get<IEvidenceStore>().Find(Receipt).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signature_that_holds_under_a_certificate_that_expired_is_kept()
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Portal.Person().Certificates.Signature!.Encoded.Span);
        Portal.Clock.Set(new DateTimeOffset(certificate.NotAfter.ToUniversalTime()) - TimeSpan.FromMinutes(1));
        Shown asked = await Customer.ConfirmAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(2));

        (await Customer.AnswerAsync(asked)).Path.ShouldBe("/open/refused?reason=Expired");
        Application kept = Portal.Get<ApplicationBook>().All.Single();
        kept.State.ShouldBe(ApplicationState.Refused);
        Portal.Get<IEvidenceStore>().Find(kept.Receipt).ShouldBe([kept.EvidenceId!]);
        Portal.Get<IEvidenceStore>().Read(kept.EvidenceId!, new EvidenceAccess("test", "test")).Entry!.Evidence.Reason.ShouldBe(VerificationReason.Expired);
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
    }

    private async Task<byte[]> MakeAsync(string what, Shown asked)
    {
        AgentRequest request = Customer.Asked(asked);
        byte[] signed = await CardAtHome.SignDocumentAsync(Portal.Person(), request.Statement.Message, Portal.Clock);
        byte[] certificate = Portal.Person().Certificates.Signature!.Encoded.ToArray();
        return what switch
        {
            "bytes" => [0x30, 0x03, 0x02, 0x01, 0x05],
            "a signature with a wrong bit" => Spoil(signed, signed.Length - 1),
            "a content with another byte" => Spoil(signed, signed.AsSpan().IndexOf(request.Statement.Message.Span) + 3),
            "a certificate with a wrong bit" => Spoil(signed, signed.AsSpan().IndexOf(certificate) + certificate.Length - 1),
            _ => SignAsAnybody(request),
        };
    }

    private byte[] SignAsAnybody(AgentRequest request)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest self = new("CN=somebody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = self.CreateSelfSigned(Portal.Clock.GetUtcNow(), Portal.Clock.GetUtcNow().AddYears(1));
        return new CmsDocumentSigner(Portal.Clock).Sign(SignerCredential.Create(certificate.RawData, key), request.Statement.Message);
    }

    private static byte[] Spoil(byte[] bytes, int at)
    {
        at.ShouldBeGreaterThan(2);
        bytes[at] ^= 1;
        return bytes;
    }

    private async Task<Shown> PostAsync(Shown asked, byte[] document) =>
        await Customer.Browser.FollowAsync(await Customer.PostAsync(asked, AgentAnswer.Applied(Customer.Asked(asked), document).ToFields()));
}
