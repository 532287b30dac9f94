using CardAgent.Cards;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Sessions;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace CardAgentTests.Cards;

public sealed class EmulatedHolderTests
{
    private static readonly DateTimeOffset MidMonth = new(2026, 11, 15, 12, 0, 0, TimeSpan.Zero);

    [SkippableTheory]
    [InlineData(1, 0)]
    [InlineData(7, 2)]
    public async Task Card_carries_the_certificate_that_a_service_on_the_emulated_environment_issued(int seed, int person)
    {
        using EmulatedHolder holder = new(seed, person, new ManualTimeProvider(MidMonth));
        using EmulatedCards service = new(new EmulatorOptions { Seed = seed, Persons = 4 }, new ManualTimeProvider(MidMonth.AddDays(10)));
        (await CertificateOf(holder)).ShouldBe(service.Holders[person].Certificates.UserAuthentication!.Encoded.ToArray());
    }

    [SkippableFact]
    public async Task Another_person_and_another_seed_have_other_certificates()
    {
        ManualTimeProvider clock = new(MidMonth);
        using EmulatedHolder first = new(1, 0, clock);
        using EmulatedHolder second = new(1, 1, clock);
        using EmulatedHolder other = new(2, 0, clock);
        (await CertificateOf(first)).ShouldNotBe(await CertificateOf(second));
        (await CertificateOf(first)).ShouldNotBe(await CertificateOf(other));
    }

    private static async Task<byte[]> CertificateOf(EmulatedHolder holder)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        return await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
    }
}
