using System.Text;
using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Access;

public sealed class AccessRuleTests
{
    private static readonly Dictionary<string, string> Closed = new()
    {
        ["file without a rule"] = "00B0810001",
        ["file with an empty rule"] = "00B0820001",
        ["file with rules for other operations"] = "00B0850001",
        ["PIN that nobody may present"] = "002000830433343536",
        ["retry counter that nobody may ask"] = "00200083",
        ["PIN that nobody may change"] = "002401830433343536",
        ["key that nobody may use"] = "802A008401AA00",
    };

    private const string ClosedProfile = """
        {
          "name": "closed", "answerToReset": "3B00", "tokenLabel": "LAB",
          "applications": [
            { "name": "lab", "aid": "F000000001", "files": [
              { "id": "0001", "kind": "transparent", "content": "tokenInfo", "size": 160 },
              { "id": "0002", "kind": "transparent", "content": "tokenInfo", "size": 160, "read": [] },
              { "id": "0003", "kind": "pin", "secret": "inputSupport", "tries": 3 },
              { "id": "0004", "kind": "key", "key": "userAuthentication" },
              { "id": "0005", "kind": "transparent", "content": "tokenInfo", "size": 160, "sign": ["always"], "verify": ["always"] }
            ] }
          ]
        }
        """;

    [Theory]
    [InlineData("file without a rule")]
    [InlineData("file with an empty rule")]
    [InlineData("file with rules for other operations")]
    [InlineData("PIN that nobody may present")]
    [InlineData("retry counter that nobody may ask")]
    [InlineData("PIN that nobody may change")]
    [InlineData("key that nobody may use")]
    public void What_has_no_rule_is_closed(string description)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new(profile: CardProfile.FromJson(Encoding.UTF8.GetBytes(ClosedProfile)));
        terminal.Send("00A4040C05F000000001").ShouldBe("9000");
        terminal.Send(Closed[description]).ShouldBe("6982");
        terminal.Card.Decisions[^1].Rule.ShouldBe("never");
    }

    [Fact]
    public void The_default_value_permits_nothing()
    {
        AccessRule rule = default;
        rule.Permits(StateWith(verified: true)).ShouldBeFalse();
        rule.ToString().ShouldBe("never");
    }

    [Fact]
    public void An_empty_list_of_pins_permits_nothing() => AccessRule.AnyOf().Permits(StateWith(verified: true)).ShouldBeFalse();

    [Fact]
    public void An_operation_that_is_not_in_the_table_is_closed()
    {
        AccessRules rules = new() { Read = AccessRule.Always, Verify = AccessRule.Always, Change = AccessRule.Always, Sign = AccessRule.Always };
        rules[CardOperation.None].Permits(StateWith(verified: true)).ShouldBeFalse();
        rules[(CardOperation)99].Permits(StateWith(verified: true)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("its PIN verified", true, 0x0011, true)]
    [InlineData("its PIN not verified", false, 0x0011, false)]
    [InlineData("another PIN verified", true, 0x0012, false)]
    [InlineData("a PIN file that does not exist", true, 0x00FF, false)]
    [InlineData("a file that is no PIN file", true, 0x0001, false)]
    public void A_rule_with_a_pin(string description, bool verified, int named, bool permitted)
    {
        description.ShouldNotBeEmpty();
        AccessRule.AnyOf((ushort)named).Permits(StateWith(verified)).ShouldBe(permitted);
    }

    [Fact]
    public void One_of_two_pins_is_enough() => AccessRule.AnyOf(0x0012, 0x0011).Permits(StateWith(verified: true)).ShouldBeTrue();

    [Fact]
    public void A_rule_reads_as_words() => AccessRule.AnyOf(0x0011, 0x0014).ToString().ShouldBe("verified 0011 or 0014");

    private static VolatileState StateWith(bool verified)
    {
        PinFile pin = new(0x0011, "lab/0011", default, 3, "1234"u8);
        TransparentFile file = new(0x0001, "lab/0001", default, "fixed", 1);
        PinFile other = new(0x0012, "lab/0012", default, 3, "1234"u8);
        VolatileState state = new(new CardApplication("lab", [1], [pin, file, other]));
        state.SetVerified(pin, verified);
        return state;
    }
}
