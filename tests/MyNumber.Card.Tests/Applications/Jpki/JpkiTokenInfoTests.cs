using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Applications.Jpki;

/// <summary>EF 0006 by the table of the project research notes (§3.1), and the signing modes through the platform's RSA.</summary>
public sealed class JpkiTokenInfoTests
{
    private const string Select = "00A4040C0AD392F000260100000001 -> 9000";

    [Fact]
    public void Fields_are_typed()
    {
        JpkiTokenInfo info = JpkiTokenInfo.Read([.. File(), 0xFF]);
        (info.Label, info.Manufacturer, info.Model, info.SerialNumber).ShouldBe(("JPKIAPICCTOKEN2", "00000001", "E16R01NJ", "0000000020500003"));
        info.Flags.ShouldBe(JpkiTokenFlags.RandomNumberGenerator | JpkiTokenFlags.LoginRequired | JpkiTokenFlags.UserPinInitialized | JpkiTokenFlags.TokenInitialized);
        (info.MaximumSessions, info.Sessions, info.MaximumWritableSessions, info.WritableSessions).ShouldBe((1u, 0u, 1u, 0u));
        (info.MaximumPinLength, info.MinimumPinLength).ShouldBe((16u, 6u));
        (info.TotalPublicMemory, info.FreePublicMemory, info.TotalPrivateMemory, info.FreePrivateMemory).ShouldBe((null, null, null, null));
        (info.HardwareVersion, info.FirmwareVersion, info.Time).ShouldBe(("03", "01", "9999999999999999"));
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("label alone", 32)]
    [InlineData("one byte short", 159)]
    public void Short_file_is_bad_data(string description, int length) =>
        Should.Throw<CardDataException>(() => JpkiTokenInfo.Read(File().AsSpan(0, length)), description);

    [Theory]
    [InlineData("label", 3)]
    [InlineData("manufacturer", 32)]
    [InlineData("model", 64)]
    [InlineData("serial number", 95)]
    [InlineData("hardware version", 140)]
    [InlineData("firmware version", 142)]
    [InlineData("time", 150)]
    public void Text_that_is_not_printable_is_bad_data(string description, int at)
    {
        byte[] file = File();
        file[at] = 0x1B;
        Should.Throw<CardDataException>(() => JpkiTokenInfo.Read(file), description);
    }

    [Fact]
    public async Task File_is_read_in_one_piece()
    {
        ScriptedChannel card = new(Select, "00A4020C020006 -> 9000", $"00B00000A0 -> {Convert.ToHexString(File())} 9000");
        (await (await JpkiApplication.SelectAsync(CardSession.Over(card))).ReadTokenInfoAsync()).Label.ShouldBe("JPKIAPICCTOKEN2");
    }

    [Fact]
    public async Task Pss_is_signed_by_the_card_when_the_caller_chose_so()
    {
        using RSA key = LabKeyPool.Load(3);
        RuleChannel card = PssCard(key, RSASignaturePadding.Pss);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        using CardBackedRsa rsa = jpki.CreateRsa(JpkiKey.Signature, key.ExportParameters(false), pss: true);
        byte[] signature = rsa.SignData("text"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        key.VerifyData("text"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
        card.Commands[^1][..5].ShouldBe([0x80, 0x2A, 0x04, 0x80, 0x20]);
    }

    [Fact]
    public async Task Pss_is_refused_without_the_choice_and_for_other_hashes()
    {
        using RSA key = LabKeyPool.Load(3);
        RuleChannel card = PssCard(key, RSASignaturePadding.Pss);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        using CardBackedRsa plain = jpki.CreateRsa(JpkiKey.Signature, key.ExportParameters(false));
        Should.Throw<CryptographicException>(() => plain.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        using CardBackedRsa pss = jpki.CreateRsa(JpkiKey.Signature, key.ExportParameters(false), pss: true);
        Should.Throw<CryptographicException>(() => pss.SignData([1], HashAlgorithmName.SHA384, RSASignaturePadding.Pss));
        Should.Throw<CryptographicException>(() => pss.SignHash(new byte[31], HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        card.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pss_signature_that_does_not_verify_is_not_given_out()
    {
        using RSA key = LabKeyPool.Load(3);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(PssCard(key, RSASignaturePadding.Pkcs1)));
        using CardBackedRsa rsa = jpki.CreateRsa(JpkiKey.Signature, key.ExportParameters(false), pss: true);
        Should.Throw<CardDataException>(() => rsa.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    private static RuleChannel PssCard(RSA key, RSASignaturePadding padding) => new(command => command[1] == 0x2A
        ? [.. key.SignHash(command.AsSpan(5, command[4]), HashAlgorithmName.SHA256, padding), 0x90, 0x00]
        : [0x90, 0x00]);

    private static byte[] File() =>
    [
        .. CardBytes.Ascii("JPKIAPICCTOKEN2".PadRight(32)), .. CardBytes.Ascii("00000001".PadRight(32)), .. CardBytes.Ascii("E16R01NJ".PadRight(16)),
        .. CardBytes.Ascii("0000000020500003"),
        .. ScriptedChannel.Hex("0000040D 00000001 00000000 00000001 00000000 00000010 00000006 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF"),
        .. CardBytes.Ascii("03" + "01" + "9999999999999999"),
    ];
}
