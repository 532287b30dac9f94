using System.Security.Cryptography;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Testing.People;

namespace MyNumber.Testing.Tests;

public sealed class LabWorldTests
{
    private static readonly LabWorldOptions Fixed = new()
    {
        Start = new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero),
        OcspAddress = new Uri("http://ocsp.mynumber-lab.invalid/ocsp"),
    };

    [Theory]
    [InlineData("seed 1", 1)]
    [InlineData("seed 7", 7)]
    [InlineData("negative seed", -3)]
    public async Task The_same_seed_gives_the_same_certificates_byte_for_byte(string description, int seed)
    {
        await using LabWorld one = await LabWorld.StartAsync(Fixed with { Seed = seed });
        await using LabWorld other = await LabWorld.StartAsync(Fixed with { Seed = seed });

        one.Holder.Certificates.Signature!.Encoded.ToArray().ShouldBe(other.Holder.Certificates.Signature!.Encoded.ToArray(), description);
        one.Holder.Certificates.UserAuthentication.Encoded.ToArray().ShouldBe(other.Holder.Certificates.UserAuthentication.Encoded.ToArray(), description);
        one.Authority.Anchors(CertificatePurpose.Signature)[^1].ToArray().ShouldBe(other.Authority.Anchors(CertificatePurpose.Signature)[^1].ToArray(), description);
    }

    /// <summary>The digests were taken from one run and pin that no later run or machine differs; what is in the certificates is judged elsewhere.</summary>
    [Fact]
    public async Task A_fixed_world_is_the_same_in_every_run_and_on_every_machine()
    {
        await using LabWorld world = await LabWorld.StartAsync(Fixed);
        Fingerprint(world.Holder.Certificates.Signature!.Encoded).ShouldBe("7CA17EC680A3A1EA16DCE06DB2D7EEF089474381172D096647EC5ECB202B4999");
        Fingerprint(world.Holder.Certificates.UserAuthentication.Encoded).ShouldBe("C985833517B4960563286830FD742B05E5CA9B60CE52041200C2CE41C9860693");
    }

    [Fact]
    public async Task Another_seed_gives_another_person_and_other_keys()
    {
        await using LabWorld one = await LabWorld.StartAsync(Fixed with { Seed = 1 });
        await using LabWorld other = await LabWorld.StartAsync(Fixed with { Seed = 2 });
        Certificate(one).SubjectPublicKeyInfo.ToArray().ShouldNotBe(Certificate(other).SubjectPublicKeyInfo.ToArray());
        one.Holder.Person.Card.Number.ShouldNotBe(other.Holder.Person.Card.Number);
    }

    [Fact]
    public async Task Fresh_keys_are_not_of_the_pool()
    {
        await using LabWorld pooled = await LabWorld.StartAsync(Fixed);
        await using LabWorld fresh = await LabWorld.StartAsync(Fixed with { FreshKeys = true });
        Certificate(fresh).SubjectPublicKeyInfo.ToArray().ShouldNotBe(Certificate(pooled).SubjectPublicKeyInfo.ToArray());
    }

    [Fact]
    public async Task A_world_begins_at_the_real_present()
    {
        DateTimeOffset before = TimeProvider.System.GetUtcNow();
        await using LabWorld world = await LabWorld.StartAsync();
        world.Clock.GetUtcNow().ShouldBeInRange(before, TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Everybody_of_a_world_has_a_card_of_ones_own()
    {
        await using LabWorld world = await LabWorld.StartAsync(Fixed);
        LabHolder[] holders = [world.Holder, .. Enumerable.Range(0, 12).Select(_ => world.AddHolder())];
        holders.Select(h => Convert.ToHexString(h.Card.GetPublicKey(Card.Emulation.Objects.CardKeyPurpose.Signature))).Distinct().Count().ShouldBe(13);
        holders.Select(h => h.Person.Card.Number).Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public async Task Both_certificates_of_the_card_stand_under_the_worlds_anchors()
    {
        await using LabWorld world = await LabWorld.StartAsync(Fixed);
        Verify(world, CertificatePurpose.Signature, world.Holder.Certificates.Signature!.Encoded).ShouldBe(VerificationReason.None);
        Verify(world, CertificatePurpose.UserAuthentication, world.Holder.Certificates.UserAuthentication.Encoded).ShouldBe(VerificationReason.None);
        Verify(world, CertificatePurpose.UserAuthentication, world.Holder.Certificates.Signature.Encoded).ShouldBe(VerificationReason.WrongPurpose);
    }

    [Fact]
    public async Task The_card_the_certificate_and_the_person_agree()
    {
        await using LabWorld world = await LabWorld.StartAsync(Fixed);
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using (CardPin pin = world.Holder.TypePin(CardPinKind.InputSupport))
        {
            (await text.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        }

        var card = await text.ReadFourAttributesAsync();
        var person = world.Holder.Person.Attributes;
        var certificate = Certificate(world).Holder!.Attributes;
        (card.Name, card.Address, card.BirthDate, card.Sex).ShouldBe((person.Name, person.Address, person.BirthDate, person.Sex));
        (certificate.Name, certificate.Address, certificate.BirthDate, certificate.Sex).ShouldBe((person.Name, person.Address, person.BirthDate, person.Sex));
        (await text.ReadIndividualNumberAsync()).ShouldBe(world.Holder.Person.Card.Number);

        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication)).ShouldBe(world.Holder.Certificates.UserAuthentication.Encoded.ToArray());
    }

    [Fact]
    public void Invented_people_are_marked_as_invented_and_differ()
    {
        DateOnly today = new(2026, 4, 1);
        SyntheticPerson[] people = [.. Enumerable.Range(0, 50).Select(index => SyntheticPerson.Invent(9, index, today))];
        people.ShouldAllBe(p => p.Attributes.Address.Contains("見本町"));
        people.Select(p => p.Card.Number).Distinct().Count().ShouldBe(50);
        people.ShouldAllBe(p => p.ToString() == "SyntheticPerson(***)");
    }

    private static string Fingerprint(ReadOnlyMemory<byte> der) => Convert.ToHexString(SHA256.HashData(der.Span));

    private static JpkiCertificate Certificate(LabWorld world)
    {
        JpkiCertificate.TryParse(world.Holder.Certificates.Signature!.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        return certificate!;
    }

    private static VerificationReason Verify(LabWorld world, CertificatePurpose purpose, ReadOnlyMemory<byte> der)
    {
        JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        return new PathVerifier(world.Anchors(purpose)).Verify(certificate!, world.Clock.GetUtcNow(), out _);
    }
}
