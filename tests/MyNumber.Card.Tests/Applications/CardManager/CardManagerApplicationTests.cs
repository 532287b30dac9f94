using System.Security.Cryptography;
using MyNumber.Card.Applications.CardManager;
using MyNumber.Card.Certificates;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Applications.CardManager;

public sealed class CardManagerApplicationTests
{
    private const string Select = "00A4040C07A0000001510000 -> 9000";
    private const string Name = "36303030303230 0805 303031 00000000";

    [Theory]
    [InlineData("without headers", "", "", "")]
    [InlineData("with headers", "4210", "4504", "5F5108")]
    public async Task Objects_are_typed(string description, string issuerHead, string cardHead, string resetHead)
    {
        ScriptedChannel card = new(
            Select, $"00CA004200 -> {issuerHead}{Name} 9000", $"00CA004500 -> {cardHead}41424344 9000", "00CA00F000 -> 3133313031 9000", "00CA00F200 -> 3230333430343031 9000",
            $"00CA00F700 -> {Name} 9000", $"00CA5F5100 -> {resetHead}E000FF8131FE4514 9000");
        CardManagerApplication application = await OpenAsync(card);
        (await application.ReadIssuerAsync()).ShouldBe(CardKeyId.Of(6000020, 1), description);
        (await application.ReadCardIdentificationAsync()).ShouldBe("ABCD", description);
        (await application.ReadMunicipalityAsync()).ShouldBe("13101", description);
        (await application.ReadExpiryAsync()).ShouldBe(new DateOnly(2034, 4, 1), description);
        (await application.ReadIntermediateKeyAsync()).ShouldBe(CardKeyId.Of(6000020, 1), description);
        (await application.ReadAnswerToResetAsync()).ShouldBe(ScriptedChannel.Hex("3BE000FF8131FE4514"), description);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Absent_objects_are_null()
    {
        RuleChannel card = new(command => command[1] == 0xCA ? [0x6A, 0x88] : [0x90, 0x00]);
        CardManagerApplication application = await CardManagerApplication.SelectAsync(CardSession.Over(card));
        (await application.ReadIssuerAsync()).ShouldBeNull();
        (await application.ReadCardIdentificationAsync()).ShouldBeNull();
        (await application.ReadMunicipalityAsync()).ShouldBeNull();
        (await application.ReadExpiryAsync()).ShouldBeNull();
        (await application.ReadAnswerToResetAsync()).ShouldBeNull();
        (await application.ReadAsync(CardManagerData.Recognition)).ShouldBeNull();
        (await application.ReadCertificatesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("both", true, 2)]
    [InlineData("an older card's one", false, 1)]
    public async Task Certificates_are_read_from_the_root_down(string description, bool lower, int count)
    {
        using RSA root = LabKeyPool.Load(0), middle = LabKeyPool.Load(1), last = LabKeyPool.Load(2);
        byte[] first = CardBytes.Certificate("6000020/001", "6000021/001", middle, root)[5..];
        byte[] second = CardBytes.Certificate("6000021/001", "1310100/000", last, middle);
        RuleChannel card = new(command => (command[1], command[2], command.Length) switch
        {
            (0xA4, _, _) => [0x90, 0x00],
            (_, _, 5) => [0x67, 0x00],
            (_, 0x00, _) => [.. first, 0x90, 0x00],
            _ => lower ? [.. second, 0x90, 0x00] : [0x6A, 0x88],
        });
        CardManagerApplication application = await CardManagerApplication.SelectAsync(CardSession.Over(card));
        IReadOnlyList<CardVerifiableCertificate> chain = await application.ReadCertificatesAsync();
        chain.Count.ShouldBe(count, description);
        CardTrustAnchors anchors = new(new CardTrustAnchor(CardAnchorPurpose.CardManager, CardKeyId.Of(6000020, 1), new CardPublicKey(CardBytes.Modulus(root))));
        anchors.Check(CardAnchorPurpose.CardManager, [.. chain]).Outcome.ShouldBe(CardIssuerOutcome.Verified, description);
        anchors.Check(CardAnchorPurpose.CardManager, [.. chain.Reverse()]).Outcome.ShouldBe(count == 2 ? CardIssuerOutcome.UnknownAuthority : CardIssuerOutcome.Verified, description);
    }

    [Theory]
    [InlineData("a name with another mark", "00CA004200", "35353535353535 0806 353535 00000000", 0)]
    [InlineData("an identification that is no text", "00CA004500", "0001", 1)]
    [InlineData("a municipality of six digits", "00CA00F000", "313331303136", 2)]
    [InlineData("an expiry that is no date", "00CA00F200", "3230333439393939", 3)]
    [InlineData("a certificate that is none", "00CA00F800", "3000", 4)]
    public async Task Object_of_another_form_is_bad_data(string description, string command, string answer, int member)
    {
        CardManagerApplication application = await OpenAsync(new ScriptedChannel(Select, $"{command} -> {answer} 9000"));
        await Should.ThrowAsync<CardDataException>(
            async () => _ = member switch
            {
                0 => await application.ReadIssuerAsync(),
                1 => await application.ReadCardIdentificationAsync(),
                2 => await application.ReadMunicipalityAsync(),
                3 => await application.ReadExpiryAsync(),
                _ => (object)await application.ReadCertificatesAsync(),
            },
            description);
    }

    private static async Task<CardManagerApplication> OpenAsync(ScriptedChannel card) => await CardManagerApplication.SelectAsync(CardSession.Over(card));
}
