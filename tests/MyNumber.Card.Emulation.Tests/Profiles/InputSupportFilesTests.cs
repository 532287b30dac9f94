using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class InputSupportFilesTests
{
    // 6000033/001 and 1310100/000 in the form of the research notes, §4.7.
    private const string IssuerId = "36303030303333" + "0805" + "303031" + "00000000";
    private const string SubjectId = "31333130313030" + "0805" + "303030" + "00000000";

    // §4.10: SHA-256 of the 17 bytes of EF 0001 and of the 81 bytes of the attribute objects of the sample person.
    private const string NumberDigest = "C60C415D94405F03E9C454A8BAE073837D2C619925196526852FE61D9C58422D";
    private const string AttributesDigest = "4F63DC551694A167E614DF6991AB78CD7F08D32B308C5599F6DC4827F0414E37";

    [Fact]
    public void The_integrity_file_has_both_digests_and_a_signature_of_the_municipality()
    {
        using Terminal terminal = Open();
        byte[] file = terminal.ReadFile(3);
        file.Length.ShouldBe(336);
        Convert.ToHexString(file.AsSpan(0, 75)).ShouldBe("FF3082014B" + "DF3120" + NumberDigest + "DF3220" + AttributesDigest);
        Convert.ToHexString(file.AsSpan(75, 5)).ShouldBe("DF33820100");
        using RSA municipality = Certified.Subject(terminal.ReadFile(4), IssuerId, SubjectId, LabCardAuthority.Default.InputSupportAnchor.Key.Modulus);
        municipality.Verifies(file.AsSpan(5, 70), file.AsSpan(80, 256)).ShouldBeTrue();
        municipality.Verifies(file.AsSpan(5, 69), file.AsSpan(80, 256)).ShouldBeFalse();
    }

    [Fact]
    public void The_certificate_does_not_verify_under_another_anchor()
    {
        using Terminal terminal = Open();
        byte[] certificate = terminal.ReadFile(4);
        using RSA other = Certified.Key(LabCardAuthority.Default.SurfaceAnchor.Key.Modulus);
        other.Verifies(certificate.AsSpan(10, 297), certificate.AsSpan(312, 256)).ShouldBeFalse();
    }

    [Fact]
    public void The_information_file_is_164_bytes_in_256()
    {
        using Terminal terminal = Open();
        byte[] file = terminal.ReadFile(5);
        file.Length.ShouldBe(256);
        Convert.ToHexString(file.AsSpan(0, 33)).ShouldBe("FF4082009F" + "DF4104" + "01030E01" + "DF4210" + "36303030303334" + "0805" + "303031" + "00000000" + "DF43");
        file.AsSpan(164).IndexOfAnyExcept((byte)0xFF).ShouldBe(-1);
    }

    [Fact]
    public void The_signed_public_key_is_that_of_the_signing_key()
    {
        using Terminal terminal = Open();
        byte[] file = terminal.ReadFile(7);
        file.Length.ShouldBe(536);
        Convert.ToHexString(file.AsSpan(0, 10)).ShouldBe("FF50820213" + "DF51820109");
        using RSA municipality = Certified.Subject(terminal.ReadFile(4), IssuerId, SubjectId, LabCardAuthority.Default.InputSupportAnchor.Key.Modulus);
        municipality.Verifies(file.AsSpan(5, 270), file.AsSpan(280, 256)).ShouldBeTrue();

        using RSA card = Certified.KeyAt(file, 10);
        byte[] signature = Convert.FromHexString(terminal.Data("802A030003" + "616263" + "00"));
        card.Verifies("abc"u8, signature).ShouldBeTrue();
        card.Verifies("abd"u8, signature).ShouldBeFalse();
    }

    [Fact]
    public void The_session_transport_key_is_269_bytes()
    {
        using Terminal terminal = Open();
        byte[] file = terminal.ReadFile(6);
        file.Length.ShouldBe(269);
        Convert.ToHexString(file.AsSpan(0, 4)).ShouldBe("A1820109");
        using RSA key = Certified.KeyAt(file, 4);
        key.KeySize.ShouldBe(2048);
    }

    [Fact]
    public void The_blocked_reference_never_opens()
    {
        using Terminal terminal = Open();
        terminal.Send("00200092").ShouldBe("63C0");
        terminal.Send("0020009204" + "30303030").ShouldBe("6984");
        terminal.Send("0020009201" + "00").ShouldBe("6984");
        terminal.Send("00200092").ShouldBe("63C0");
    }

    [Fact]
    public void Another_authority_signs_with_its_own_keys()
    {
        using RSA a = RSA.Create(2048), b = RSA.Create(2048);
        using LabCardAuthority authority = new(new LabCardAuthorityKeys(a, b, b, b, b));
        using Terminal terminal = new(new EmulatedCardBuilder(CardPerson.Sample).WithProfile(CardProfile.WithoutSignatureCertificate).WithAuthority(authority).Build());
        terminal.After(Terminal.SelectInputSupport);
        byte[] certificate = terminal.ReadFile(4);
        a.Verifies(certificate.AsSpan(10, 297), certificate.AsSpan(312, 256)).ShouldBeTrue();
        authority.InputSupportAnchor.Key.Modulus.ToArray().ShouldBe(a.ExportParameters(false).Modulus);
    }

    private static Terminal Open() => new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
}
