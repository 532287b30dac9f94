using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class CardSnippets
{
    [Fact]
    public async Task First_read_needs_no_pin()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        ICardReader reader = world.Holder.Reader;
        #region card-first-read
        using CardSession session = CardSession.Open(reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        string label = await jpki.ReadTokenLabelAsync();                                    // JPKIAPICCTOKEN2 on a card
        CertificatePresence presence = await jpki.ReadCertificatePresenceAsync();
        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);   // free to read, carries no name
        PinStatus tries = await jpki.GetPinStatusAsync(JpkiKey.Signature);                  // spends nothing
        #endregion
        label.ShouldBe(JpkiTokenLabel.IndividualNumberCard);
        presence.HasSignature.ShouldBeTrue();
        certificate.ShouldBe(world.Holder.Certificates.UserAuthentication.Encoded.ToArray());
        tries.TriesLeft.ShouldBe(5);
    }

    [Fact]
    public async Task Four_attributes_come_after_the_pin()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabHolder holder = world.Holder;
        #region card-read-attributes
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.InputSupport);       // a real program: CardPin.Copy(what the holder typed)
        PinVerification attempt = await text.VerifyPinAsync(pin);
        if (attempt.IsVerified)
        {
            FourAttributes person = await text.ReadFourAttributesAsync();   // name, address, birth date, sex as recorded
            Show(person);
        }
        #endregion
        attempt.IsVerified.ShouldBeTrue();

        void Show(FourAttributes read) => read.Name.ShouldBe(holder.Person.Attributes.Name);
    }

    [Fact]
    public async Task Trace_sees_headers_only()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        ICardReader reader = world.Holder.Reader;
        using StringWriter log = new();
        #region card-trace
        using CardSession session = CardSession.Open(reader.Connect(), new TextTrace(log));
        #endregion
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = world.Holder.TypePin(CardPinKind.UserAuthentication);
        await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        log.ToString().ShouldContain("00 20 00 80 [hidden] -> 0 bytes 9000");
    }

    [Fact]
    public async Task Command_without_a_method_goes_over_the_channel()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        ICardReader reader = world.Holder.Reader;
        #region card-raw-apdu
        using ICardConnection connection = reader.Connect();
        byte[] command = new byte[5], answer = new byte[258];
        new CommandApdu(0x00, 0x84, 0x00, 0x00, expected: 8).TryWrite(command, out int written);    // GET CHALLENGE
        int length = await connection.TransmitAsync(command.AsMemory(0, written), answer);
        StatusWord status = new(answer[length - 2], answer[length - 1]);
        #endregion
        length.ShouldBe(10);
        status.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Application_of_an_older_selection_refuses()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        _ = await InputSupportApplication.SelectAsync(session);
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.ReadTokenLabelAsync());
    }

    #region card-trace-sink
    private sealed class TextTrace(TextWriter log) : IApduTraceSink
    {
        public void Record(in ApduTraceEntry entry) => log.WriteLine(entry.ToString());    // 00 20 00 80 [hidden] -> 0 bytes 9000
    }
    #endregion
}
