using System.Buffers.Binary;
using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class VirtualReaderMessageTests
{
    private const string SelectSignatureCertificate = "00A4020C020001";
    private const string SelectSignaturePin = "00A4020C02001B";
    private const string VerifySignaturePin = "00200080084142433132333435";
    private const string ReadFour = "00B0000004";

    [Fact]
    public async Task A_card_answers_the_driver()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
        (await running.Driver.AskAsync("00A4020C02000A")).ShouldBe("9000");
        (await running.Driver.AskAsync(ReadFour)).ShouldBe("308204AC9000");
        running.Reader.IsAttached.ShouldBeTrue();
    }

    [Fact]
    public async Task Power_and_reset_are_not_answered()
    {
        await using RunningReader running = new();
        await running.Driver.AcceptAsync();
        await running.Driver.SendAsync("00", "01", "02", "01", "00", "02");
        (await running.Driver.AskAsync(RunningReader.GetAnswerToReset)).ShouldBe(RunningReader.AnswerToReset);
    }

    [Fact]
    public async Task The_driver_may_look_for_the_card_before_it_gives_power()
    {
        await using RunningReader running = new();
        await running.Driver.AcceptAsync();
        (await running.Driver.AskAsync(RunningReader.GetAnswerToReset)).ShouldBe(RunningReader.AnswerToReset);
        running.Terminal.Card.IsPowered.ShouldBeFalse();
    }

    [Theory]
    [InlineData("an empty message", "")]
    [InlineData("control 03", "03")]
    [InlineData("control 05", "05")]
    [InlineData("control FF", "FF")]
    public async Task What_is_no_message_is_not_answered_and_does_no_harm(string description, string body)
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await running.Driver.SendAsync(body);
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000", description);
    }

    [Theory]
    [InlineData("two bytes", "00A4")]
    [InlineData("three bytes", "00A404")]
    [InlineData("a body shorter than it says", "00A4040C0AD392")]
    [InlineData("an instruction that no card has", "00FF0000")]
    [InlineData("class FF", "FFA4000000")]
    public async Task What_is_no_command_gets_a_status_word(string description, string body)
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        (await running.Driver.AskAsync(body)).ShouldStartWith("6", customMessage: description);
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
    }

    [Fact]
    public async Task A_command_without_power_is_answered_so_that_the_driver_does_not_wait_for_ever()
    {
        await using RunningReader running = new();
        await running.Driver.AcceptAsync();
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("6F00");
        await running.Driver.SendAsync("01");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
        await running.Driver.SendAsync("00");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("6F00");
    }

    [Fact]
    public async Task Power_down_closes_what_a_pin_had_opened()
    {
        await using RunningReader running = await RunningReader.PoweredAsync(EmulatedCardOptions.Default with { SelectClearsVerified = false });
        (await OpenSignatureCertificateAsync(running)).ShouldEndWith("9000");
        await running.Driver.SendAsync("00", "01");
        await running.Driver.AskAsync(Terminal.SelectJpki);
        await running.Driver.AskAsync(SelectSignatureCertificate);
        (await running.Driver.AskAsync(ReadFour)).ShouldBe("6982");
    }

    [Fact]
    public async Task A_reset_leaves_no_file_selected()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        (await OpenSignatureCertificateAsync(running)).ShouldEndWith("9000");
        await running.Driver.SendAsync("02");
        (await running.Driver.AskAsync(ReadFour)).ShouldBe("6986");
    }

    [Fact]
    public async Task A_message_may_come_in_single_bytes()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        foreach (char[] one in ("000F" + Terminal.SelectJpki).Chunk(2))
        {
            await running.Driver.SendRawAsync(new string(one));
        }

        (await running.Driver.AnswerAsync()).ShouldBe("9000");
    }

    [Fact]
    public async Task Messages_may_come_in_one_piece()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await running.Driver.SendRawAsync("000F" + Terminal.SelectJpki + "0007" + SelectSignatureCertificate + "0005" + ReadFour);
        (await running.Driver.AnswerAsync()).ShouldBe("9000");
        (await running.Driver.AnswerAsync()).ShouldBe("9000");
        (await running.Driver.AnswerAsync()).ShouldBe("6982");
    }

    [Fact]
    public async Task The_longest_message_is_taken()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        (await running.Driver.AskAsync(Convert.ToHexString(new byte[65535]))).ShouldStartWith("6");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
    }

    [Fact]
    public void An_answer_that_does_not_fit_becomes_a_status_word()
    {
        using Terminal terminal = Terminal.WithCertificates();
        terminal.After(Terminal.SelectJpki, "00A4020C02000A");
        byte[] answer = new byte[16];
        VpcdCard.Answer(terminal.Card, Convert.FromHexString("00B0000000"), answer).ShouldBe(2);
        BinaryPrimitives.ReadUInt16BigEndian(answer).ShouldBe((ushort)0x6F00);
    }

    [Fact]
    public async Task Two_thousand_random_messages_leave_a_card_that_answers()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        Random random = new(20261121);
        for (int i = 0; i < 2000; i++)
        {
            byte[] body = new byte[random.Next(300)];
            random.NextBytes(body);
            await running.Driver.SendAsync(Convert.ToHexString(body));
            if (body.Length > 1 || body is [0x04])
            {
                (await running.Driver.AnswerAsync()).Length.ShouldBeGreaterThanOrEqualTo(4);
            }
        }

        await running.Driver.SendAsync("01");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
    }

    private static async Task<string> OpenSignatureCertificateAsync(RunningReader running)
    {
        foreach (string command in new[] { Terminal.SelectJpki, SelectSignaturePin, VerifySignaturePin, SelectSignatureCertificate })
        {
            (await running.Driver.AskAsync(command)).ShouldBe("9000");
        }

        return await running.Driver.AskAsync(ReadFour);
    }
}
