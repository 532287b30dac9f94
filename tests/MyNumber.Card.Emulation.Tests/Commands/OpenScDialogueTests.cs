using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Dialogues recorded from OpenSC 0.23 against another implementation, without the driver probe: each command with the status word and the
/// number of data bytes that the program then worked with.</summary>
public sealed class OpenScDialogueTests
{
    private static readonly (string Command, int Data, string Status)[] Bind =
    [
        ("00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01", 0, "9000"),
        ("00 A4 02 0C 02 00 18", 0, "9000"),
        ("00 20 00 80", 0, "63C3"),
        ("00 A4 02 0C 02 00 1B", 0, "9000"),
        ("00 20 00 80", 0, "63C5"),
        ("00 A4 02 0C 02 00 0A", 0, "9000"),
        ("00 B0 00 00 04", 4, "9000"),
        ("00 B0 00 00 00", 256, "9000"),
        ("00 B0 01 00 00", 256, "9000"),
        ("00 B0 02 00 00", 256, "9000"),
        ("00 B0 03 00 F7", 247, "9000"),
        ("00 A4 02 0C 02 00 01", 0, "9000"),
        ("00 B0 00 00 04", 0, "6982"),
        ("00 A4 02 0C 02 00 0B", 0, "9000"),
        ("00 B0 00 00 04", 4, "9000"),
        ("00 B0 03 00 F7", 247, "9000"),
        ("00 A4 02 0C 02 00 02", 0, "9000"),
        ("00 B0 00 00 04", 4, "9000"),
        ("00 B0 03 00 F7", 247, "9000"),
    ];

    [Fact]
    public void Binding_and_signing_with_the_authentication_key() => Replay(
    [
        .. Bind,
        ("00 A4 02 0C 02 00 18", 0, "9000"),
        ("00 20 00 80", 0, "63C3"),
        ("00 A4 02 0C 02 00 18", 0, "9000"),
        ("00 20 00 80 04 31 32 33 34", 0, "9000"),
        ("00 A4 02 0C 02 00 17", 0, "9000"),
        ("80 2A 00 80 33 30 31 30 0D 06 09 60 86 48 01 65 03 04 02 01 05 00 04 20"
            + "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F 00", 256, "9000"),
    ]);

    [Fact]
    public void Signing_with_the_signature_key_presents_its_pin_twice() => Replay(
    [
        .. Bind,
        ("00 A4 02 0C 02 00 1B", 0, "9000"),
        ("00 20 00 80 06 41 42 43 31 32 33", 0, "9000"),
        ("00 A4 02 0C 02 00 1B", 0, "9000"),
        ("00 20 00 80", 0, "63C5"),
        ("00 A4 02 0C 02 00 1B", 0, "9000"),
        ("00 20 00 80 06 41 42 43 31 32 33", 0, "9000"),
        ("00 A4 02 0C 02 00 1A", 0, "9000"),
        ("80 2A 00 80 23 30 21 30 09 06 05 2B 0E 03 02 1A 05 00 04 14 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 00", 256, "9000"),
        ("00 A4 02 0C 02 00 01", 0, "9000"),
        ("00 B0 00 00 04", 4, "9000"),
    ]);

    [Fact]
    public void A_blocked_pin_is_what_opensc_calls_locked_under_the_option() => Replay(
    [
        .. Bind,
        ("00 A4 02 0C 02 00 18", 0, "9000"),
        ("00 20 00 80 04 30 30 30 30", 0, "63C2"),
        ("00 20 00 80 04 30 30 30 30", 0, "63C1"),
        ("00 20 00 80 04 30 30 30 30", 0, "63C0"),
        ("00 20 00 80", 0, "63C0"),
        ("00 20 00 80 04 31 32 33 34", 0, "6983"),
    ]);

    private static void Replay((string Command, int Data, string Status)[] dialogue)
    {
        CardPerson sample = CardPerson.Sample;
        CardPerson person = new(sample.Attributes, sample.Number, new CardPins("ABC123", "1234", null, "1234"), sample.Face);
        using Terminal terminal = new(new EmulatedCardOptions { BlockedAnswers6983 = true }, person: person);
        byte[] certificate = Terminal.FakeCertificate(0x33, 0x3F7);
        terminal.Card.InstallCertificate(CardKeyPurpose.Signature, certificate, certificate);
        terminal.Card.InstallCertificate(CardKeyPurpose.UserAuthentication, certificate, certificate);
        foreach ((string command, int data, string status) in dialogue)
        {
            string answer = terminal.Send(command);
            answer.ShouldEndWith(status, Case.Sensitive, command);
            answer.Length.ShouldBe((data + 2) * 2, command);
        }
    }
}
