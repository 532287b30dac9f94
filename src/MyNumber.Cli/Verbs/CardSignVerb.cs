using System.CommandLine;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card sign FILE --key KEY</c>: a raw PKCS#1 v1.5 signature over a file.</summary>
internal sealed class CardSignVerb : IVerb
{
    private readonly CardOptions _card;
    private readonly PinEntry _pin = new();
    private readonly Argument<string> _file = new("FILE") { HelpName = "FILE", Description = "The file to sign; - is standard input." };
    private readonly Option<string> _key = new("--key") { Description = "Which key: authentication (利用者証明用) or signature (署名用).", HelpName = "KEY", Required = true };
    private readonly Option<string> _hash = new("--hash") { Description = "sha256 (also without the option), sha384 or sha512.", HelpName = "HASH", DefaultValueFactory = _ => "sha256" };
    private readonly Option<string?> _out = new("--out") { Description = "A new file for the signature's bytes; without it they come as Base64.", HelpName = "FILE" };

    public CardSignVerb(ICardReaderSource source)
    {
        _card = new CardOptions(source);
        _key.AcceptOnlyFromAmong([.. SignKey.All.Select(key => key.Name)]);
        _hash.AcceptOnlyFromAmong([.. FileHash.Names]);
    }

    public Command Describe()
    {
        Command command = new("sign", "Sign a file with a key of the card. Exit codes: 0 signed, and verified under the certificate; 1 refused; 2 the command line is wrong; 3 no answer.") { _file, _key, _hash, _out };
        _pin.AddTo(command);
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (Contradiction(parsed, context) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        if (!PrivateFile.IsFree(parsed.GetValue(_out), context) || !FileHash.TryCompute(parsed.GetValue(_file)!, parsed.GetValue(_hash)!, context, out FileHash hash))
        {
            return ExitCode.Undetermined;
        }

        return _card.TryChoose(parsed, context, out ICardReader reader, out ExitCode code) ? Sign(parsed, context, hash, reader) : code;
    }

    private ExitCode Sign(ParseResult parsed, VerbContext context, FileHash hash, ICardReader reader)
    {
        SignKey key = SignKey.All.First(row => row.Name == parsed.GetValue(_key));
        using PinInput input = new(context);
        ExitCode code = _pin.Read(parsed, input, key.Pin, out CardPin? pin);
        using CardPin? owned = pin;
        return pin is null
            ? code
            : CardOptions.Run(reader, context, async card => await key.SignAsync(card, pin, _pin.LastTry(parsed), hash).ConfigureAwait(false) is { } signature
                ? Tell(parsed, context, key, hash, signature)
                : ExitCode.Refused);
    }

    private ExitCode Tell(ParseResult parsed, VerbContext context, SignKey key, FileHash hash, byte[] signature)
    {
        string? path = parsed.GetValue(_out);
        if (path is not null && !PrivateFile.TryWrite(path, signature, context))
        {
            return ExitCode.Undetermined;
        }

        string text = path is null
            ? Convert.ToBase64String(signature)
            : context.Language.Pick("Signed, and verified under the card's certificate.", "署名し、カードの証明書で検証しました。");
        return context.Report.Succeed(text, path is null
            ? [("key", key.Name), ("hash", hash.Name), ("signature", text)]
            : [("key", key.Name), ("hash", hash.Name)]);
    }

    private string? Contradiction(ParseResult parsed, VerbContext context) => parsed.GetValue(_file) == ValueSource.StandardInput && _pin.IsStandardInput(parsed)
        ? context.Language.Pick("Standard input can be one thing only: the file or the PIN.", "標準入力から読めるのは、ファイルか暗証番号のどちらかだけです。")
        : _pin.Contradiction(parsed, context);
}
