namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class CheckOrderTests
{
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["nothing at all"] = "",
        ["three bytes"] = "00A404",
        ["chaining class"] = "10B0000000",
        ["reserved class"] = "20B0000000",
        ["channels 4 to 19"] = "40B0000000",
        ["class FF"] = "FFCA000000",
        ["GlobalPlatform class with chaining"] = "90CA000000",
        ["logical channel 1"] = "01A4040C0AD392F000260100000001",
        ["logical channel 3 with an unknown instruction"] = "03FF0000",
        ["proprietary class on a channel"] = "812A008001AA00",
        ["unknown instruction"] = "00FF0000",
        ["instruction of the other class"] = "80B0000000",
        ["standard PSO"] = "002A9E9A0100",
        ["RESET RETRY COUNTER"] = "002C0080",
        ["MANAGE SECURITY ENVIRONMENT"] = "002241B6",
        ["UNLOCK KEY of the issuer"] = "80540000",
        ["last-command indicator of a phone"] = "80FC0000",
        ["last-command indicator with Le"] = "80FC000000",
        ["last-command indicator in the standard class"] = "00FC0000",
        ["secure messaging on an unknown instruction"] = "08FF0000",
        ["secure messaging: SELECT of a file"] = "08A4020C02000A",
        ["secure messaging: SELECT of an application"] = "08A4040C0AD392F000260100000001",
        ["secure messaging: READ BINARY"] = "08B00000000005960300000000",
        ["secure messaging: READ BINARY of a missing file"] = "08B0990000",
        ["secure messaging: VERIFY"] = "0820009803860101",
        ["secure messaging with header: SELECT"] = "0CA4020C02000A",
        ["secure messaging with header: READ BINARY"] = "0CB0000000",
        ["secure messaging with header: VERIFY"] = "0C20009803860101",
        ["secure messaging of a proprietary form"] = "04B0000000",
        ["secure messaging: signing"] = "882A009701AA00",
        ["secure messaging before parameters"] = "08A4090C02" + "0001",
        ["path selection"] = "00A4090C020001",
        ["SELECT of a file with FCI"] = "00A40200020001",
        ["wrong parameters before a wrong length"] = "00A4090C05AA",
        ["READ BINARY with an empty short identifier"] = "00B0800000",
        ["READ BINARY with bits that mean nothing"] = "00B0C10000",
        ["VERIFY with P1"] = "0020018004" + "31323334",
        ["VERIFY with a global reference"] = "0020000104" + "31323334",
        ["CHANGE REFERENCE DATA old and new"] = "00240080083132333435363738",
        ["signing mode 06"] = "802A068001AA00",
        ["signing mode FF"] = "802AFF8001AA00",
        ["signing with the application's default key"] = "802A000001AA00",
        ["GET CHALLENGE with parameters"] = "0084000108",
        ["Lc too long"] = "00200080053132",
        ["Lc too short by two"] = "0020008001313233",
        ["extended Lc of zero"] = "002000800000000000",
        ["extended Lc cut short"] = "0020008000000A31",
        ["two body bytes that begin with zero"] = "002000800000",
        ["retry query with a fifth byte"] = "0020008000",
        ["VERIFY with Le"] = "0020008004" + "31323334" + "00",
        ["READ BINARY without Le"] = "00B00000",
        ["READ BINARY with data"] = "00B0000001AA",
        ["signing without Le"] = "802A008001AA",
        ["signing without data"] = "802A008000",
        ["GET CHALLENGE without Le"] = "00840000",
        ["CHANGE REFERENCE DATA without data"] = "00240180",
        ["SELECT of a file by one byte"] = "00A4020C0100",
        ["SELECT of a file by three bytes"] = "00A4020C03000100",
        ["SELECT by an empty AID"] = "00A4040C",
        ["SELECT by an AID of 17 bytes"] = "00A4040C11D392F00026010000000100000000000000",
        ["READ BINARY with no file"] = "00B0000000",
        ["VERIFY with no file"] = "00200080",
        ["CHANGE REFERENCE DATA with no file"] = "002401800431323334",
        ["signing with no file"] = "802A008001AA00",
        ["READ BINARY of a missing short identifier"] = "00B09D0000",
        ["VERIFY of a missing short identifier"] = "0020009D",
        ["READ BINARY of a PIN file"] = "00B0980000",
        ["READ BINARY of a key file"] = "00B0970000",
        ["VERIFY of a transparent file"] = "00200081",
        ["VERIFY of a key file"] = "00200097",
        ["signing with a PIN file"] = "802A009801AA00",
        ["signing with a transparent file"] = "802A008A01AA00",
        ["CHANGE REFERENCE DATA of a key file"] = "00240197" + "0431323334",
        ["reading the closed certificate"] = "00B0810000",
        ["reading the closed certificate beyond its end"] = "00B08100" + "00FFFF",
        ["signing without PIN"] = "802A009701AA00",
        ["signing too long a block without PIN"] = "802A0097F6" + Ones246 + "00",
        ["changing without PIN"] = "00240198" + "0431323334",
    };

    [Theory]
    [InlineData("nothing at all", "6700")]
    [InlineData("three bytes", "6700")]
    [InlineData("chaining class", "6E00")]
    [InlineData("reserved class", "6E00")]
    [InlineData("channels 4 to 19", "6E00")]
    [InlineData("class FF", "6E00")]
    [InlineData("GlobalPlatform class with chaining", "6E00")]
    [InlineData("logical channel 1", "6881")]
    [InlineData("logical channel 3 with an unknown instruction", "6881")]
    [InlineData("proprietary class on a channel", "6881")]
    [InlineData("unknown instruction", "6D00")]
    [InlineData("instruction of the other class", "6D00")]
    [InlineData("standard PSO", "6D00")]
    [InlineData("RESET RETRY COUNTER", "6D00")]
    [InlineData("MANAGE SECURITY ENVIRONMENT", "6D00")]
    [InlineData("UNLOCK KEY of the issuer", "6D00")]
    [InlineData("last-command indicator of a phone", "6700")]
    [InlineData("last-command indicator with Le", "6700")]
    [InlineData("last-command indicator in the standard class", "6D00")]
    [InlineData("secure messaging on an unknown instruction", "6D00")]
    [InlineData("secure messaging: SELECT of a file", "6882")]
    [InlineData("secure messaging: SELECT of an application", "6882")]
    [InlineData("secure messaging: READ BINARY", "69FC")]
    [InlineData("secure messaging: READ BINARY of a missing file", "69FC")]
    [InlineData("secure messaging: VERIFY", "69FC")]
    [InlineData("secure messaging with header: SELECT", "6987")]
    [InlineData("secure messaging with header: READ BINARY", "6987")]
    [InlineData("secure messaging with header: VERIFY", "6987")]
    [InlineData("secure messaging of a proprietary form", "6882")]
    [InlineData("secure messaging: signing", "6882")]
    [InlineData("secure messaging before parameters", "6882")]
    [InlineData("path selection", "6A86")]
    [InlineData("SELECT of a file with FCI", "6A86")]
    [InlineData("wrong parameters before a wrong length", "6A86")]
    [InlineData("READ BINARY with an empty short identifier", "6A86")]
    [InlineData("READ BINARY with bits that mean nothing", "6A86")]
    [InlineData("VERIFY with P1", "6A86")]
    [InlineData("VERIFY with a global reference", "6A86")]
    [InlineData("CHANGE REFERENCE DATA old and new", "6A86")]
    [InlineData("signing mode 06", "6A86")]
    [InlineData("signing mode FF", "6A86")]
    [InlineData("signing with the application's default key", "6A86")]
    [InlineData("GET CHALLENGE with parameters", "6A86")]
    [InlineData("Lc too long", "6700")]
    [InlineData("Lc too short by two", "6700")]
    [InlineData("extended Lc of zero", "6700")]
    [InlineData("extended Lc cut short", "6700")]
    [InlineData("two body bytes that begin with zero", "6700")]
    [InlineData("retry query with a fifth byte", "6700")]
    [InlineData("VERIFY with Le", "6700")]
    [InlineData("READ BINARY without Le", "6700")]
    [InlineData("READ BINARY with data", "6700")]
    [InlineData("signing without Le", "6700")]
    [InlineData("signing without data", "6700")]
    [InlineData("GET CHALLENGE without Le", "6700")]
    [InlineData("CHANGE REFERENCE DATA without data", "6700")]
    [InlineData("SELECT of a file by one byte", "6700")]
    [InlineData("SELECT of a file by three bytes", "6700")]
    [InlineData("SELECT by an empty AID", "6700")]
    [InlineData("SELECT by an AID of 17 bytes", "6700")]
    [InlineData("READ BINARY with no file", "6986")]
    [InlineData("VERIFY with no file", "6986")]
    [InlineData("CHANGE REFERENCE DATA with no file", "6986")]
    [InlineData("signing with no file", "6986")]
    [InlineData("READ BINARY of a missing short identifier", "6A82")]
    [InlineData("VERIFY of a missing short identifier", "6A82")]
    [InlineData("READ BINARY of a PIN file", "6981")]
    [InlineData("READ BINARY of a key file", "6981")]
    [InlineData("VERIFY of a transparent file", "6981")]
    [InlineData("VERIFY of a key file", "6981")]
    [InlineData("signing with a PIN file", "6981")]
    [InlineData("signing with a transparent file", "6981")]
    [InlineData("CHANGE REFERENCE DATA of a key file", "6981")]
    [InlineData("reading the closed certificate", "6982")]
    [InlineData("reading the closed certificate beyond its end", "6982")]
    [InlineData("signing without PIN", "6982")]
    [InlineData("signing too long a block without PIN", "6982")]
    [InlineData("changing without PIN", "6982")]
    public void A_refused_command_answers_the_first_reason_and_no_data(string description, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        terminal.Send(Refused[description]).ShouldBe(status);
    }

    private const string Ones32 = "01010101010101010101010101010101" + "01010101010101010101010101010101";
    private const string Ones246 = Ones32 + Ones32 + Ones32 + Ones32 + Ones32 + Ones32 + Ones32 + "0101010101010101010101" + "0101010101010101010101";
}
