using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card;
using MyNumber.Card.Emulation;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pcsc;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>Our own PC/SC layer through pcscd and vpcd to the emulated card.</summary>
[Collection(PcscCollection.Name)]
public sealed class SessionTests(PcscDaemon daemon)
{
    private static readonly byte[] _message = "a message"u8.ToArray();

    [SkippableFact]
    public async Task Readers_are_listed_and_tell_of_their_cards()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        PcscReaders readers = new();
        readers.List().Select(reader => reader.Name).ShouldBe([PcscDaemon.FirstReader, PcscDaemon.SecondReader]);
        readers.List().Select(reader => reader.ReadCardState()).ShouldBe([PcscCardState.Present, PcscCardState.Absent]);
        readers.FindWithCard()!.Name.ShouldBe(PcscDaemon.FirstReader);
    }

    [SkippableFact]
    public async Task Certificate_pin_and_signature_go_through()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = await PcscCard.First.ConnectAsync().Soon();
        connection.Protocol.ShouldBe(PcscProtocol.T1);
        connection.AnswerToReset.ToArray().ShouldBe(Convert.FromHexString("3BE000FF8131FE4514"));
        using CardSession session = CardSession.Open(connection);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        certificate.ShouldBe(TestCard.LoginCertificate);
        using CardPin wrong = CardPin.Copy("0000");
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong)).IsVerified.ShouldBeFalse();
        using CardPin pin = CardPin.Copy(TestCard.LoginPin);
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin)).IsVerified.ShouldBeTrue();
        using CardBackedRsa key = jpki.CreateRsa(JpkiKey.UserAuthentication, certificate);
        byte[] signature = key.SignData(_message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 holder = X509CertificateLoader.LoadCertificate(TestCard.LoginCertificate);
        using RSA judge = holder.GetRSAPublicKey()!;
        judge.VerifyData(_message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Extended_answer_comes_in_one_piece()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        connection.Send(Convert.FromHexString("00A4020C02000A")).ShouldBe("9000");
        byte[] response = new byte[65_538];
        int length = await connection.TransmitAsync(Convert.FromHexString("00B00000000400"), response);
        length.ShouldBe(1024 + 2);
        response[..1024].ShouldBe(TestCard.LoginCertificate.Take(1024));
    }

    [SkippableFact]
    public async Task Answer_that_does_not_fit_is_told_as_such()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default);
        connection.Send(PcscCard.SelectJpki);
        connection.Send(Convert.FromHexString("00A4020C02000A"));
        Should.Throw<PcscException>(() => connection.Transmit(Convert.FromHexString("00B0000000"), new byte[100])).Cause.ShouldBe(PcscCause.AnswerTooLong);
    }

    [SkippableFact]
    public async Task Two_cards_are_used_at_once()
    {
        await using CardInReader first = await CardInReader.InsertAsync(daemon);
        await using CardInReader second = await CardInReader.InsertAsync(daemon, address: VpcdAddress.SecondSlot);
        using PcscConnection one = PcscCard.First.Connect(PcscConnectOptions.Default);
        using PcscConnection other = PcscCard.Second.Connect(PcscConnectOptions.Default);
        one.Send(PcscCard.SelectJpki).ShouldBe("9000");
        other.Send(PcscCard.SelectLoginPin).ShouldBe("6A82");
        other.Send(PcscCard.SelectJpki).ShouldBe("9000");
        one.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
        one.Send(PcscCard.VerifyLogin).ShouldBe("9000");
        other.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
        other.Send(PcscCard.AskTries).ShouldBe("63C3");
    }

    [SkippableFact]
    public async Task Disposing_powers_down_and_closes_the_pins()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using (PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default))
        {
            connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
            connection.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
            connection.Send(PcscCard.VerifyLogin).ShouldBe("9000");
        }

        using PcscConnection next = PcscCard.First.Connect(PcscConnectOptions.Default);
        // No application is selected after power-up.
        next.Send(PcscCard.SelectLoginPin).ShouldBe("6A82");
    }

    [SkippableFact]
    public void Empty_reader_has_no_card_to_connect()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.SecondReader, present: false);
        PcscCard.Second.IsCardPresent.ShouldBeFalse();
        Should.Throw<CardRemovedException>(() => PcscCard.Second.Connect());
    }

    [SkippableFact]
    public void Reader_that_is_none_is_told_as_such()
    {
        daemon.Require();
        PcscReader none = new PcscReaders().Named("No such reader 00 00");
        Should.Throw<PcscException>(() => none.Connect()).Cause.ShouldBe(PcscCause.ReaderUnavailable);
        Should.Throw<PcscException>(() => none.IsCardPresent).Cause.ShouldBe(PcscCause.ReaderUnavailable);
    }

    [SkippableFact]
    public async Task Card_that_is_taken_out_during_a_command_is_told_as_removed()
    {
        Action takeOut = () => { };
        TestCard leaving = new(EmulatedCardOptions.Default with { OnDecision = _ => takeOut() });
        await using CardInReader card = await CardInReader.InsertAsync(daemon, leaving);
        using PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        takeOut = () => card.Reader.Remove();
        Should.Throw<CardRemovedException>(() => connection.Send(PcscCard.SelectLoginPin));
        Should.Throw<CardRemovedException>(() => connection.Send(PcscCard.SelectLoginPin));
    }

    [SkippableFact]
    public async Task Card_that_is_taken_out_ends_the_connection_for_good()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        card.Reader.Remove();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        Should.Throw<CardRemovedException>(() => connection.Send(PcscCard.SelectLoginPin));
        card.Reader.Insert(card.Card.Card);
        await card.WaitAsync();
        Should.Throw<CardRemovedException>(() => connection.Send(PcscCard.SelectLoginPin));
        using PcscConnection next = PcscCard.First.Connect(PcscConnectOptions.Default);
        next.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }
}
