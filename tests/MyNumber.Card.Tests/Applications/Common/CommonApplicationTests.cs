using System.Security.Cryptography;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.Residence;
using MyNumber.Card.Certificates;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Applications.Common;

public sealed class CommonApplicationTests
{
    private const string SelectCommon = "00A4040C0AD3921000310001010100 -> 9000";
    private const string SelectResidence = "00A4040C0AD3921000310001010401 -> 9000";
    private const string Record = "011C 343030303030303030303030303031 3133313031 3230333430343031";

    [Fact]
    public async Task Record_of_the_notes_is_read()
    {
        ScriptedChannel card = new(SelectCommon, "00A4020C020001 -> 9000", $"00B2010400 -> {Record} 9000");
        CardIdentity identity = await (await CommonApplication.SelectAsync(CardSession.Over(card))).ReadIdentityAsync();
        (identity.SerialNumber, identity.ManufacturingNumber, identity.Municipality, identity.Expiry)
            .ShouldBe(("400000000000001", "0000000000001", "13101", new DateOnly(2034, 4, 1)));
        identity.ToString().ShouldBe("CardIdentity(***)");
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("nothing", 'a')]
    [InlineData("tag alone", 'b')]
    [InlineData("another tag", 'c')]
    [InlineData("one byte short", 'd')]
    [InlineData("one byte long", 'e')]
    [InlineData("a letter", 'f')]
    [InlineData("expiry in month 13", 'g')]
    [InlineData("length in three bytes that lies", 'h')]
    [InlineData("27 digits", 'i')]
    public void Other_record_is_bad_data(string description, char row)
    {
        byte[] record = ScriptedChannel.Hex(Record);
        byte[] damaged = row switch
        {
            'a' => [],
            'b' => record[..1],
            'c' => [0x02, .. record[1..]],
            'd' => record[..^1],
            'e' => [.. record, 0x30],
            'f' => [.. record[..5], (byte)'A', .. record[6..]],
            'g' => [.. record[..26], (byte)'1', (byte)'3', .. record[28..]],
            'h' => [0x01, 0xFF, 0xFF, 0xFF, .. record[2..]],
            _ => [0x01, 0x1B, .. record[2..^1]],
        };
        CardDataException thrown = Should.Throw<CardDataException>(() => CardIdentity.Read(damaged), description);
        thrown.Message.ShouldNotContain("40000", Case.Sensitive, description);
    }

    [Theory]
    [InlineData("bare", "")]
    [InlineData("in an object", "0110")]
    [InlineData("in an object with another tag", "4210")]
    public async Task Key_reference_is_read_in_both_applications(string description, string head)
    {
        string record = $"{head} 36303030303230 0805 303031 00000000";
        ScriptedChannel card = new(SelectCommon, "00A4020C020002 -> 9000", $"00B2010400 -> {record} 9000", SelectResidence, "00A4020C020002 -> 9000", $"00B2010400 -> {record} 9000");
        CardSession session = CardSession.Over(card);
        (await (await CommonApplication.SelectAsync(session)).ReadKeyReferenceAsync()).ShouldBe(CardKeyId.Of(6000020, 1), description);
        (await (await ResidenceApplication.SelectAsync(session)).ReadKeyReferenceAsync()).ShouldBe(CardKeyId.Of(6000020, 1), description);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("nothing", "", 0)]
    [InlineData("fifteen bytes", "", 15)]
    [InlineData("an object of fifteen bytes", "010F", 15)]
    [InlineData("an object that tells too much", "0111", 16)]
    [InlineData("no name", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 0)]
    public async Task Other_key_reference_is_bad_data(string description, string head, int length)
    {
        string record = head + Convert.ToHexString(CardBytes.KeyName("6000020/001").AsSpan(0, length));
        ScriptedChannel card = new(SelectCommon, "00A4020C020002 -> 9000", $"00B2010400 -> {record} 9000");
        CommonApplication application = await CommonApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardDataException>(async () => await application.ReadKeyReferenceAsync(), description);
    }

    [Fact]
    public async Task Key_that_the_caller_knows_is_proved_and_another_is_not()
    {
        using RSA key = LabKeyPool.Load(8), other = LabKeyPool.Load(9);
        RuleChannel card = new(command => command[1] == 0x88
            ? [.. key.SignData(command.AsSpan(5, command[4]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), 0x90, 0x00]
            : [0x90, 0x00]);
        CommonApplication application = await CommonApplication.SelectAsync(CardSession.Over(card));
        (await application.HoldsKeyAsync(new CardPublicKey(CardBytes.Modulus(key)), new CountingRandom())).ShouldBeTrue();
        (await application.HoldsKeyAsync(new CardPublicKey(CardBytes.Modulus(other)), new CountingRandom())).ShouldBeFalse();
        card.Commands[1][..6].ShouldBe([0x00, 0x88, 0x00, 0x99, 0x20, 0x00]);
    }

    [Fact]
    public async Task Application_of_an_older_selection_is_closed()
    {
        ScriptedChannel card = new(SelectCommon, SelectResidence);
        CardSession session = CardSession.Over(card);
        CommonApplication application = await CommonApplication.SelectAsync(session);
        await ResidenceApplication.SelectAsync(session);
        await Should.ThrowAsync<InvalidOperationException>(async () => await application.ReadIdentityAsync());
    }
}
