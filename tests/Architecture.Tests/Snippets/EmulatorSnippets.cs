using System.Net;
using System.Net.Sockets;
using System.Text;
using MyNumber.Card;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Decisions;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class EmulatorSnippets
{
    [Fact]
    public async Task Card_is_built_without_a_world()
    {
        #region emulator-builder
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample)                       // 見本 花子, invented
            .WithProfile(CardProfile.WithoutSignatureCertificate)                                  // a child's card
            .WithOptions(EmulatedCardOptions.Default with { BlockedAnswers6983 = true })
            .Build();
        byte[] publicKey = card.GetPublicKey(CardKeyPurpose.UserAuthentication);                   // for the authority to certify
        EmulatedReader reader = new();
        reader.Insert(card);
        #endregion
        publicKey.Length.ShouldBe(294);
        using CardSession session = CardSession.Open(reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await jpki.ReadCertificatePresenceAsync()).HasSignature.ShouldBeFalse();
    }

    [Fact]
    public void Person_of_the_page_is_a_person()
    {
        string page = Repository.ReadText(Repository.PathOf("docs", "card", "emulator.md"));
        string json = page.Split("```json\n")[1].Split("```")[0];
        CardPerson.FromJson(Encoding.UTF8.GetBytes(json)).Face.MunicipalityCode.ShouldBe("13101");
    }

    [Fact]
    public async Task Card_goes_into_a_virtual_reader()
    {
        using TcpListener driver = new(IPAddress.Loopback, 0);
        driver.Start();
        VpcdAddress.TryParse(driver.LocalEndpoint.ToString(), out VpcdAddress? slot).ShouldBeTrue();
        using CancellationTokenSource stop = new();
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).WithProfile(CardProfile.WithoutSignatureCertificate).Build();
        Task<TcpClient> asking = AskForAnswerToResetAsync(driver);
        #region emulator-virtual-reader
        VirtualReader reader = new(slot);                  // VpcdAddress.FirstSlot is 127.0.0.1:35963, SecondSlot the port after it
        reader.Insert(card);
        Task running = reader.RunAsync(stop.Token);        // connects, answers, connects again when the daemon was away
        await reader.WaitForAttachedAsync();               // the driver has seen the card
        #endregion
        using TcpClient asked = await asking;              // hung up sooner, the reader might lose its card before it was waited for
        await stop.CancelAsync();
        await running;
    }

    private static async Task<TcpClient> AskForAnswerToResetAsync(TcpListener driver)
    {
        TcpClient client = await driver.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(new byte[] { 0x00, 0x01, 0x04 });
        byte[] answer = new byte[11];
        await client.GetStream().ReadExactlyAsync(answer);
        Convert.ToHexString(answer).ShouldBe("00093BE000FF8131FE4514");
        return client;
    }

    [Fact]
    public async Task Decision_names_the_rule()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        EmulatedCard card = world.Holder.Card;
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        #region emulator-decisions
        CardStatusException refused = await Should.ThrowAsync<CardStatusException>(
            async () => await jpki.ReadCertificateAsync(JpkiKey.Signature));                       // no password yet
        Decision last = card.Decisions[^1];
        last.ToString().ShouldBe("READ BINARY jpki/0001: 6982 by access (verified 001B)");
        #endregion
        refused.Status.ShouldBe(StatusWord.SecurityStatusNotSatisfied);
    }

    [Fact]
    public async Task Card_is_torn_out()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        EmulatedReader reader = world.Holder.Reader;
        EmulatedCard card = world.Holder.Card;
        using CardPin wrong = CardPin.Copy("0000");
        #region emulator-removal
        using (CardSession session = CardSession.Open(reader.Connect()))
        {
            JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
            reader.RemoveAtCommand(3, RemovalMoment.BeforeAnswer);     // SELECT PIN file, query, VERIFY: carried out, answer lost
            await Should.ThrowAsync<CardRemovedException>(async () => await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong));
        }

        reader.Insert(card);                                           // the try is spent all the same
        #endregion
        using CardSession again = CardSession.Open(reader.Connect());
        JpkiApplication application = await JpkiApplication.SelectAsync(again);
        (await application.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(2);
    }
}
