using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Architecture.Tests.Documents;

#region testing-xunit
public sealed class CardLossTests : IAsyncLifetime
{
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Lost_card_is_refused_as_held()
    {
        CertificateValidator validator = _world.CreateValidator(CertificatePurpose.UserAuthentication);
        _world.Authority.ReportLost(_world.Holder.Certificates);
        ValidationResult answer = await validator.ValidateAsync(_world.Holder.Certificates.UserAuthentication.Encoded);
        answer.Reason.ShouldBe(VerificationReason.Held);
    }
}
#endregion

public sealed class TestingSnippets
{
    [Fact]
    public async Task City_asks_another_city()
    {
        #region testing-linkage
        using LinkageLab lab = await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(people: 3));
        LabBody city = lab[ChildAllowance.City];
        InquiryResult result = await city.Asking.InquireAsync(city.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1));
        StoredRecord? kept = await city.Stores.Records.FindAsync(new RecordKey(result.Inquiry, 0));      // null where there is none
        #endregion
        result.Outcome.ShouldBe(InquiryOutcome.Provided);
        kept!.Record.Record.Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Fixed_start_and_address_give_the_same_bytes()
    {
        #region testing-fixed
        LabWorldOptions options = new()
        {
            Seed = 7,
            Start = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
            OcspAddress = new Uri("http://ocsp.lab.invalid/"),         // the world's own client still asks the running responder
        };
        await using LabWorld one = await LabWorld.StartAsync(options);
        await using LabWorld two = await LabWorld.StartAsync(options);
        #endregion
        one.Holder.Certificates.Signature!.Encoded.ToArray().ShouldBe(two.Holder.Certificates.Signature!.Encoded.ToArray());
        one.Holder.Certificates.UserAuthentication.Encoded.ToArray().ShouldBe(two.Holder.Certificates.UserAuthentication.Encoded.ToArray());
        ValidationResult answer = await one.CreateValidator(CertificatePurpose.Signature).ValidateAsync(one.Holder.Certificates.Signature!.Encoded);
        answer.Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Clock_is_moved()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator validator = world.CreateValidator(CertificatePurpose.UserAuthentication);
        ReadOnlyMemory<byte> certificate = world.Holder.Certificates.UserAuthentication.Encoded;
        #region testing-clock
        world.Clock.Set(world.Holder.Certificates.UserAuthentication.NotAfter);      // the last second is inside
        ValidationResult last = await validator.ValidateAsync(certificate);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        ValidationResult after = await validator.ValidateAsync(certificate);          // Expired
        #endregion
        last.Outcome.ShouldBe(VerificationOutcome.Valid);
        after.Reason.ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public async Task Second_holder_is_another_person()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        #region testing-holders
        LabHolder other = world.AddHolder();                            // the seed's next person, with a card in a reader of its own
        world.Authority.Responder.Faults = world.Authority.Responder.Faults with { Offline = true };
        #endregion
        other.Certificates.UserAuthentication.Identity.ShouldNotBe(world.Holder.Certificates.UserAuthentication.Identity);
    }
}
