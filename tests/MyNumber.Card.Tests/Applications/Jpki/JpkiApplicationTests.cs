using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Applications.Jpki;

public sealed class JpkiApplicationTests
{
    private const string Select = "00A4040C0AD392F000260100000001 -> 9000";
    private const string SelectInputSupport = "00A4040C0AD3921000310001010408";
    private static readonly string Signature = new('5', 512);
    private static readonly byte[] Hash = SHA256.HashData("challenge"u8);

    [Fact]
    public async Task Tries_are_asked_for_as_in_transcript_A()
    {
        ScriptedChannel card = new(Select, "00A4020C020018 -> 9000", "00200080 -> 63C3");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Authentication_key_signs_as_in_transcript_B()
    {
        ScriptedChannel card = new(
            Select,
            "00A4020C020018 -> 9000",
            "00200080 -> 63C3",
            "0020008004 31323334 -> 9000",
            "00A4020C020017 -> 9000",
            $"802A008033 3031300D060960864801650304020105000420 {Convert.ToHexString(Hash)} 00 -> {Signature} 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        using CardPin pin = CardPin.Copy("1234");
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin)).IsVerified.ShouldBeTrue();
        (await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, Hash)).Length.ShouldBe(256);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Signature_certificate_is_read_after_its_password_as_in_transcript_C()
    {
        ScriptedChannel card = new(
            Select,
            "00A4020C020001 -> 9000",
            "00B0000004 -> 6982",
            "00A4020C02001B -> 9000",
            "00200080 -> 63C5",
            "0020008008 4142433132333435 -> 9000",
            "00A4020C020001 -> 9000",
            "00B0000004 -> 30820003 9000",
            "00B0000403 -> 020105 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        CardStatusException closed = await Should.ThrowAsync<CardStatusException>(async () => await jpki.ReadCertificateAsync(JpkiKey.Signature));
        closed.Status.Value.ShouldBe((ushort)0x6982);
        using CardPin password = CardPin.Copy("abc12345");
        (await jpki.VerifyPinAsync(JpkiKey.Signature, password)).IsVerified.ShouldBeTrue();
        (await jpki.ReadCertificateAsync(JpkiKey.Signature)).ShouldBe(ScriptedChannel.Hex("30820003020105"));
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Wrong_pins_end_as_in_transcript_E()
    {
        string[] attempts = ["63C3 63C2", "63C2 63C1", "63C1 63C0"];
        List<string> script = [Select];
        foreach (string[] attempt in attempts.Select(a => a.Split(' ')))
        {
            script.AddRange(["00A4020C020018 -> 9000", $"00200080 -> {attempt[0]}", $"002000800431323335 -> {attempt[1]}"]);
        }

        script.AddRange(["00A4020C020018 -> 9000", "00200080 -> 63C0"]);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(new ScriptedChannel([.. script])));
        using CardPin pin = CardPin.Copy("1235");
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin)).ShouldBe(PinVerification.Wrong(2));
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin)).ShouldBe(PinVerification.Wrong(1));
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin, LastTry.Spend)).ShouldBe(PinVerification.Blocked);
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin, LastTry.Spend)).ShouldBe(PinVerification.Blocked);
    }

    [Theory]
    [InlineData("user authentication", false, "000A", "000B")]
    [InlineData("signature", true, "0001", "0002")]
    public async Task Certificates_are_in_their_files(string description, bool signature, string certificate, string authority)
    {
        JpkiKey key = signature ? JpkiKey.Signature : JpkiKey.UserAuthentication;
        ScriptedChannel card = new(
            Select,
            $"00A4020C02{certificate} -> 9000",
            "00B0000004 -> 30020500 9000",
            $"00A4020C02{authority} -> 9000",
            "00B0000004 -> 30020501 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        (await jpki.ReadCertificateAsync(key)).ShouldBe([0x30, 0x02, 0x05, 0x00], description);
        (await jpki.ReadAuthorityCertificateAsync(key)).ShouldBe([0x30, 0x02, 0x05, 0x01], description);
    }

    [Theory]
    [InlineData("truncated certificate", "00B0000004 -> 30820632 9000", "00B0000400 -> 0102 9000")]
    [InlineData("not a sequence", "00B0000004 -> 04020500 9000", null)]
    public async Task Damaged_certificate_is_bad_data(string description, string head, string? body)
    {
        string[] script = body is null ? [Select, "00A4020C02000A -> 9000", head] : [Select, "00A4020C02000A -> 9000", head, body];
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(new ScriptedChannel(script)));
        await Should.ThrowAsync<CardDataException>(async () => await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication), description);
    }

    [Theory]
    [InlineData("padded with spaces", "4A504B49415049434354 4F4B454E32 2020202020202020202020202020202020", "JPKIAPICCTOKEN2")]
    [InlineData("padded with NUL", "4A504B49415047505345 544F4B454E 0000000000000000000000000000000000", "JPKIAPGPSETOKEN")]
    public async Task Token_label_loses_its_padding(string description, string bytes, string label)
    {
        ScriptedChannel card = new(Select, "00A4020C020006 -> 9000", $"00B0000020 -> {bytes} 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        (await jpki.ReadTokenLabelAsync()).ShouldBe(label, description);
    }

    [Fact]
    public async Task Token_label_with_a_control_character_is_bad_data()
    {
        ScriptedChannel card = new(Select, "00A4020C020006 -> 9000", "00B0000020 -> 4A501B5B 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardDataException>(async () => await jpki.ReadTokenLabelAsync());
    }

    [Theory]
    [InlineData("both", "8F8F00", true, true)]
    [InlineData("a child's card", "008F00", false, true)]
    [InlineData("none", "000000", false, false)]
    public async Task Presence_is_read(string description, string bytes, bool signature, bool authentication)
    {
        ScriptedChannel card = new(Select, "00A4020C020008 -> 9000", $"00B0000003 -> {bytes} 9000");
        CertificatePresence presence = await (await JpkiApplication.SelectAsync(CardSession.Over(card))).ReadCertificatePresenceAsync();
        (presence.HasSignature, presence.HasUserAuthentication).ShouldBe((signature, authentication), description);
    }

    [Fact]
    public async Task Presence_that_is_too_short_is_bad_data()
    {
        ScriptedChannel card = new(Select, "00A4020C020008 -> 9000", "00B0000003 -> 8F 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardDataException>(async () => await jpki.ReadCertificatePresenceAsync());
    }

    [Theory]
    [InlineData("SHA-1", "SHA1", 20)]
    [InlineData("MD5", "MD5", 16)]
    [InlineData("no algorithm", "", 32)]
    [InlineData("SHA-256 with 20 bytes", "SHA256", 20)]
    [InlineData("SHA-512 with 32 bytes", "SHA512", 32)]
    public async Task Hash_that_the_card_must_not_sign_sends_nothing(string description, string algorithm, int length)
    {
        ScriptedChannel card = new(Select);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CryptographicException>(
            async () => await jpki.SignHashAsync(JpkiKey.Signature, new HashAlgorithmName(algorithm), new byte[length]), description);
        card.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Application_that_is_no_longer_selected_is_not_spoken_to()
    {
        ScriptedChannel card = new(Select, "00A4040C0AD3921000310001010408 -> 9000");
        CardSession session = CardSession.Over(card);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await InputSupportApplication.SelectAsync(session);
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.GetPinStatusAsync(JpkiKey.Signature));
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Refused_selection_of_another_application_leaves_this_one_usable()
    {
        ScriptedChannel card = new(Select, $"{SelectInputSupport} -> 6A82", "00A4020C020018 -> 9000", "00200080 -> 63C3");
        CardSession session = CardSession.Over(card);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await Should.ThrowAsync<CardStatusException>(async () => await InputSupportApplication.SelectAsync(session));
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Cancelled_selection_of_another_application_leaves_this_one_usable()
    {
        ScriptedChannel card = new(Select, "00A4020C020018 -> 9000", "00200080 -> 63C3");
        CardSession session = CardSession.Over(card);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await Should.ThrowAsync<OperationCanceledException>(async () => await InputSupportApplication.SelectAsync(session, new CancellationToken(canceled: true)));
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("the answer is lost", ScriptedChannel.Removed)]
    [InlineData("the answer is cut off", "90")]
    [InlineData("the answer is a warning", "6283")]
    public async Task Selection_that_the_card_may_have_carried_out_ends_this_one(string description, string answer)
    {
        ScriptedChannel card = new(Select, $"{SelectInputSupport} -> {answer}");
        CardSession session = CardSession.Over(card);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await Should.ThrowAsync<CardException>(async () => await InputSupportApplication.SelectAsync(session), description);
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication), description);
        card.ShouldBeAtTheEnd();
    }
}
