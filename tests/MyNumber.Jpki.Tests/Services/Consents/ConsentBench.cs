using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>A desk for consents, an account with its certificate, and the authority's side with fixed answers.</summary>
public abstract class ConsentBench : IDisposable
{
    protected const string Service = "見本銀行 口座";

    protected ConsentBench()
    {
        Consents = new ConsentDesk(Desk.Documents, Accounts, Store, Provider, Desk.Clock);
        JpkiCertificate.TryParse(Desk.SignatureDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        Holder = certificate!.Identity;
        Link("account", default, Holder);
    }

    private protected SigningDesk Desk { get; } = new();

    private protected SeededRandom Random { get; } = new();

    private protected FixedProvider Provider { get; } = new();

    protected InMemoryConsentStore Store { get; } = new();

    protected InMemoryAccountLinkStore Accounts { get; } = new();

    protected CertificateIdentity Holder { get; }

    protected ConsentDesk Consents { get; }

    public void Dispose()
    {
        Desk.Dispose();
        Random.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Link(string account, CertificateIdentity from, CertificateIdentity to) => Accounts.ChangeAsync(
        new AccountLinkChange(account, CertificatePurpose.Signature, from, to, AccountLinkCause.Opening, SigningDesk.Now)).Result.ShouldBe(AccountLinkOutcome.Linked);

    protected ConsentRequest Ask() => ConsentRequest.Create(Service, "2026-04", Random, Desk.Clock);

    protected byte[] Sign(byte[] content) => (Desk.Cms with { Content = content }).Encode();

    protected async Task<ConsentResult> GiveAsync(ConsentRequest request) => await Consents.TakeAsync("account", request, Sign(request.Content.ToArray()));
}
