using FsCheck;
using FsCheck.Fluent;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Applications;

public sealed class HostileCardTests
{
    /// <summary>What the library's own loops may send for one operation.</summary>
    private const int Ceiling = 400;

    /// <summary>What one command may become below: it and 257 GET RESPONSE, each once more with a corrected length.</summary>
    private const int CeilingOfOne = 2 * (1 + 257);

    [Fact]
    public void Whatever_a_card_answers_is_a_result_or_a_card_exception() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Answers, answers =>
        {
            foreach (Func<CardSession, Task> operation in Operations)
            {
                RuleChannel card = Answering(answers);
                CountingChannel whole = new(new GetResponseChannel(new CorrectLengthChannel(card)));
                Run(operation, CardSession.Over(whole));
                whole.Count.ShouldBeLessThan(Ceiling);
                card.Commands.Count.ShouldBeLessThanOrEqualTo(whole.Count * CeilingOfOne);
            }
        }));

    [Fact]
    public void Card_that_promises_data_and_another_length_in_turn_is_given_up_at_once()
    {
        foreach (Func<CardSession, Task> operation in Operations)
        {
            RuleChannel card = Answering([[0x6C, 0x84], [0x61, 0xE1]]);
            Run(operation, CardSession.Over(new GetResponseChannel(new CorrectLengthChannel(card))));
            card.Commands.Count.ShouldBeLessThanOrEqualTo(6);
        }
    }

    private static Func<CardSession, Task>[] Operations =>
    [
        async session => await (await JpkiApplication.SelectAsync(session)).ReadCertificateAsync(JpkiKey.Signature),
        async session => await (await JpkiApplication.SelectAsync(session)).ReadTokenLabelAsync(),
        async session => await (await JpkiApplication.SelectAsync(session)).ReadCertificatePresenceAsync(),
        async session => await (await InputSupportApplication.SelectAsync(session)).ReadIndividualNumberAsync(),
        async session => await (await InputSupportApplication.SelectAsync(session)).ReadFourAttributesAsync(),
        async session =>
        {
            using CardPin pin = CardPin.Copy("1234");
            await (await InputSupportApplication.SelectAsync(session)).VerifyPinAsync(pin);
        },
    ];

    private static Arbitrary<byte[][]> Answers =>
        Gen.OneOf(Body.Select(body => (byte[])[.. body, 0x90, 0x00]), Body.Select(body => (byte[])[.. Head, .. body, 0x90, 0x00]), Body, Status)
            .NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    private static byte[] Head => [0xFF, 0x20, 0x30, 0xDF, 0x22, 0x05];

    private static Gen<byte[]> Body => ArbMap.Default.GeneratorFor<byte[]>();

    private static Gen<byte[]> Status => Gen.Elements(0x61, 0x62, 0x63, 0x67, 0x69, 0x6A, 0x6B, 0x6C)
        .Zip(Gen.Choose(0, 255)).Select(pair => (byte[])[(byte)pair.Item1, (byte)pair.Item2]);

    private static RuleChannel Answering(byte[][] answers)
    {
        int next = 0;
        return new RuleChannel(command => command[1] == 0xA4 ? [0x90, 0x00] : answers[next++ % answers.Length]);
    }

    /// <summary>Counts what goes through it.</summary>
    private sealed class CountingChannel(ICardChannel inner) : ICardChannel
    {
        public int Count { get; private set; }

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            Count++;
            return inner.Transmit(command, response);
        }

        public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
        {
            Count++;
            return inner.TransmitAsync(command, response, cancellationToken);
        }
    }

    private static void Run(Func<CardSession, Task> operation, CardSession session)
    {
        try
        {
            operation(session).GetAwaiter().GetResult();
        }
        catch (CardException)
        {
        }
    }
}
