using System.Security.Cryptography;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;
using MyNumber.Testing.Keys;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace StatusWatch;

/// <summary>The authority and the offices before it: five years of issuing, one roll-over of keys, and the day on which things happen.</summary>
/// <remarks>The keys are those of the lab's pool: making twenty thousand would take an hour, and the public half is all that a certificate needs.</remarks>
internal sealed class OtherSide : IDisposable
{
    private const int AuthorityKeys = 7, RollOverKeys = 2;

    private readonly RSA[] _pool = [.. Enumerable.Range(0, LabKeyPool.Count).Select(LabKeyPool.Load)];
    private readonly byte[][] _cardKeys;
    private readonly ManualTimeProvider _clock;
    private int _cards;

    public OtherSide(ManualTimeProvider clock)
    {
        _clock = clock;
        _cardKeys = [.. _pool.Skip(AuthorityKeys + RollOverKeys).Select(key => key.ExportSubjectPublicKeyInfo())];
        Authority = new LabAuthority(LabAuthorityKeys.Of(_pool[..AuthorityKeys]), clock);
        Office = new CertificateOffice(Authority);
    }

    public LabAuthority Authority { get; }

    public CertificateOffice Office { get; }

    /// <summary>Issues a card's certificates on the customer's day.</summary>
    public async Task<IssuedCertificate> IssueAsync(Customer customer)
    {
        await RollOverWhenDueAsync();
        OfficeOutcome issued = Demand(await Office.ApplyAsync(Application(customer, customer.Application, customer.IssuedOn)));
        Demand(await Office.DeliverAsync(customer.Application));
        return issued.Signature!;
    }

    /// <summary>The day's event in the customer's life, if it has one that the offices hear of.</summary>
    public async Task MeetAsync(Customer customer, int index)
    {
        ValueTask<OfficeOutcome>? step = customer.Fate switch
        {
            Fate.Moves => Office.ChangeRecordAsync(customer.Application),
            Fate.Renews => Office.RenewAsync(customer.Application, Application(customer, Population.Application(index, renewed: true), Night.Day)),
            Fate.LosesCard or Fate.LosesCardAfterMidnight => Office.ReportLossAsync(customer.Application, identityConfirmed: true),
            Fate.Dies => Office.ReportDeathAsync(customer.Application),
            Fate.ReturnsCard => Office.ReturnCardAsync(customer.Application),
            Fate.LeaksKey => Office.ReportCompromiseAsync(customer.Application),
            _ => null,
        };
        if (step is { } pending)
        {
            Demand(await pending);
        }
    }

    /// <summary>Serves the responder and the lists, but not those of the districts whose lists are late.</summary>
    public Task<OcspResponderHost> ServeAsync()
    {
        string[] late = [.. District.All.Where(district => district.ListIsLate).Select(district => $"/{district.Municipality.Code}.crl")];
        return OcspResponderHost.StartAsync(Authority.Responder, path => late.Any(name => path.EndsWith(name, StringComparison.Ordinal)) ? null : Authority.Catalogue.Find(path));
    }

    public void Dispose()
    {
        foreach (RSA key in _pool)
        {
            key.Dispose();
        }
    }

    private async Task RollOverWhenDueAsync()
    {
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>().Where(Authority.IsRollOverDue))
        {
            await Authority.RollOverAsync(purpose, _pool[AuthorityKeys + (purpose == CertificatePurpose.Signature ? 0 : 1)]);
        }
    }

    private CertificateApplication Application(Customer customer, ApplicationId id, DateOnly day) => new()
    {
        Id = id,
        Holder = customer.Holder,
        Municipality = customer.Municipality,
        CardExpiry = day.AddYears(10),
        SignatureKey = NextKey(),
        UserAuthenticationKey = NextKey(),
    };

    private byte[] NextKey() => _cardKeys[_cards++ % _cardKeys.Length];

    private static OfficeOutcome Demand(OfficeOutcome outcome) =>
        outcome.IsDone ? outcome : throw new InvalidOperationException($"The office refused: {outcome.Refusal}.");
}
