using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Testing.Hosting;

namespace MyNumber.Testing.Tests.Hosting;

public sealed class EmulatedCardsTests
{
    private static readonly DateTimeOffset Middle = new(2026, 4, 17, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The digests are those that <see cref="LabWorldTests"/> pins for a world of the same start.</summary>
    [Fact]
    public void Cards_are_the_same_in_every_process_and_on_every_machine()
    {
        using EmulatedCards cards = Make(new EmulatorOptions { Start = new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero) }, Middle);

        Fingerprint(cards.Holders[0].Certificates.Signature!.Encoded).ShouldBe("7CA17EC680A3A1EA16DCE06DB2D7EEF089474381172D096647EC5ECB202B4999");
        Fingerprint(cards.Holders[0].Certificates.UserAuthentication.Encoded).ShouldBe("C985833517B4960563286830FD742B05E5CA9B60CE52041200C2CE41C9860693");
    }

    [Theory]
    [InlineData("the first instant of the month", "2026-04-01T00:00:00+00:00")]
    [InlineData("the last second of the month", "2026-04-30T23:59:59+00:00")]
    [InlineData("the same instant told in Japan, where the next month has begun", "2026-05-01T08:59:59+09:00")]
    public void Any_start_in_the_month_gives_the_same_certificates(string description, string now)
    {
        using EmulatedCards one = Make(new EmulatorOptions(), Middle);
        using EmulatedCards other = Make(new EmulatorOptions(), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Certificates(other).ShouldBe(Certificates(one), description);
    }

    [Theory]
    [InlineData("the first second of the next month", "2026-05-01T00:00:00+00:00")]
    [InlineData("the same day a year later", "2027-04-17T09:30:00+00:00")]
    public void Another_month_gives_other_certificates_under_the_same_keys(string description, string now)
    {
        using EmulatedCards one = Make(new EmulatorOptions(), Middle);
        using EmulatedCards other = Make(new EmulatorOptions(), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Certificates(other).Intersect(Certificates(one)).ShouldBeEmpty(description);
        other.Holders[0].Certificates.UserAuthentication.Identity.ShouldBe(one.Holders[0].Certificates.UserAuthentication.Identity, description);
    }

    [Fact]
    public void A_start_that_is_named_outlasts_the_month()
    {
        using EmulatedCards one = Make(new EmulatorOptions { Start = Middle }, Middle);
        using EmulatedCards other = Make(new EmulatorOptions { Start = Middle }, Middle.AddMonths(3));

        Certificates(other).ShouldBe(Certificates(one));
    }

    [Fact]
    public void More_people_leave_those_before_as_they_are()
    {
        using EmulatedCards few = Make(new EmulatorOptions { Persons = 2 }, Middle);
        using EmulatedCards most = Make(new EmulatorOptions { Persons = EmulatorOptions.MostPersons }, Middle);

        Certificates(most)[..4].ShouldBe(Certificates(few));
        Certificates(most).Distinct().Count().ShouldBe(2 * EmulatorOptions.MostPersons);
    }

    [Fact]
    public void Another_seed_gives_other_people_and_keys()
    {
        using EmulatedCards one = Make(new EmulatorOptions { Seed = 1 }, Middle);
        using EmulatedCards other = Make(new EmulatorOptions { Seed = 2 }, Middle);

        other.Holders[0].Person.Card.Number.ShouldNotBe(one.Holders[0].Person.Card.Number);
        Certificates(other).Intersect(Certificates(one)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twins_sign_alike()
    {
        using EmulatedCards one = Make(new EmulatorOptions(), Middle);
        using EmulatedCards other = Make(new EmulatorOptions(), Middle.AddDays(2));
        byte[] message = "拝啓"u8.ToArray();

        (byte[] certificate, byte[] signature) = await CardUser.SignMessageAsync(one.Holders[3], JpkiKey.Signature, message);
        (byte[] twinCertificate, byte[] twinSignature) = await CardUser.SignMessageAsync(other.Holders[3], JpkiKey.Signature, message);

        twinCertificate.ShouldBe(certificate);
        twinSignature.ShouldBe(signature);
        certificate.ShouldBe(one.Holders[3].Certificates.Signature!.Encoded.ToArray());
    }

    [Fact]
    public void The_authority_goes_with_the_clock_once_the_cards_are_made()
    {
        ManualTimeProvider clock = new(Middle);
        using JpkiEmulator emulator = new(new EmulatorOptions(), clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        emulator.Authority.Clock.GetUtcNow().ShouldBe(Middle.AddMinutes(1));
        emulator.Start.ShouldBe(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        emulator.Holders[0].Certificates.UserAuthentication.NotBefore.ShouldBe(emulator.Start);
    }

    [Theory]
    [InlineData("nobody", 0, 0, "Persons must be 1 to 12")]
    [InlineData("a negative number of people", -1, 0, "Persons must be 1 to 12")]
    [InlineData("more people than keys", 13, 0, "Persons must be 1 to 12")]
    [InlineData("a start that is to come", 4, 1, "Start lies after the present")]
    public void Wrong_option_is_refused_with_what_to_do(string description, int persons, int secondsAhead, string text)
    {
        EmulatorOptions options = new() { Persons = persons, Start = Middle.AddSeconds(secondsAhead) };

        Should.Throw<ArgumentException>(() => Make(options, Middle)).Message.ShouldContain(text, Case.Sensitive, description);
    }

    private static EmulatedCards Make(EmulatorOptions options, DateTimeOffset now) => new(options, new ManualTimeProvider(now));

    private static string Fingerprint(ReadOnlyMemory<byte> der) => Convert.ToHexString(SHA256.HashData(der.Span));

    private static string[] Certificates(EmulatedCards cards) =>
        [.. cards.Holders.SelectMany(holder => new[] { Fingerprint(holder.Certificates.Signature!.Encoded), Fingerprint(holder.Certificates.UserAuthentication.Encoded) })];
}
