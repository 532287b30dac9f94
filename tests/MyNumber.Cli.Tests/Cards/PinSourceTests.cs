using System.Text;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

/// <summary>Where PINs come from, and that they go nowhere: every run of the bench is searched for them.</summary>
public sealed class PinSourceTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("a line", "INPUT", "\n")]
    [InlineData("no line end", "INPUT", "")]
    [InlineData("a line of Windows", "INPUT", "\r\n")]
    [InlineData("more lines behind it", "INPUT", "\nmore\n")]
    public void Pin_comes_from_a_descriptor(string row, string variable, string rest)
    {
        _bench.Descriptors[3] = _bench.Variables[variable] + rest;
        _bench.Run("read number --pin-fd 3").Code.ShouldBe(ExitCode.Done, row);
    }

    [Fact]
    public void Pin_comes_from_standard_input() =>
        _bench.Run("read number --pin-fd 0", input: $"{_bench.Variables["INPUT"]}\n").Code.ShouldBe(ExitCode.Done);

    [Theory]
    [InlineData("a blank before it", " ", "")]
    [InlineData("a blank behind it", "", " ")]
    [InlineData("a letter beyond ASCII", "", "é")]
    [InlineData("a full-width digit", "１", "")]
    [InlineData("a zero byte", "", "\0")]
    [InlineData("a carriage return before it", "\r", "")]
    [InlineData("two carriage returns behind it", "", "\r\r")]
    [InlineData("a very long line", "", "00000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void Line_that_is_more_than_the_pin_costs_no_try(string row, string before, string behind)
    {
        _bench.Descriptors[3] = $"{before}{_bench.Variables["INPUT"]}{behind}\n";
        _bench.Run("read number --pin-fd 3").Code.ShouldBe(ExitCode.Refused, row);
        _bench.Tries("input-support").ShouldBe(3, row);
    }

    [Theory]
    [InlineData("an empty line", "\n")]
    [InlineData("nothing", "")]
    public void Empty_descriptor_is_undetermined_before_the_card_is_asked(string row, string text)
    {
        _bench.Descriptors[3] = text;
        _bench.Run("read number --pin-fd 3").Code.ShouldBe(ExitCode.Undetermined, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("a PIN", "read number --pin-fd 3", "")]
    [InlineData("carriage returns", "read number --pin-fd 3", "\r")]
    [InlineData("standard input", "read number --pin-fd 0", "")]
    [InlineData("a password", "sign contract --key signature --pin-fd 3", "")]
    [InlineData("the old PIN, with the new one to follow", "change-pin authentication --pin-fd 3 --new-pin-fd 3", "")]
    [InlineData("the new PIN", "change-pin authentication --pin-env LOGIN --new-pin-fd 3", "")]
    public void Line_without_an_end_is_refused_after_a_few_bytes(string row, string line, string filler)
    {
        byte[] content = [.. Enumerable.Repeat((byte)(filler.Length > 0 ? filler[0] : '7'), 3 << 20)];
        KeptStream stream = new(content);
        _bench.Opening = _ => stream;
        ToolRun run = _bench.Run(line.Replace("contract", _bench.Folder.Write("contract", "text"), StringComparison.Ordinal), stream);
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.TrimEnd().ShouldBe("mynumber: What came in is longer than any PIN; the card was not asked.", row);
        stream.Taken.ShouldBeLessThan(100, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Fact]
    public void Variable_that_is_longer_than_any_pin_is_refused_before_the_card_is_asked()
    {
        _bench.Variables["FLOOD"] = new string('7', 1 << 20);
        _bench.Run("read number --pin-env FLOOD").Code.ShouldBe(ExitCode.Refused);
        _bench.Card.Decisions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the PIN's", "read number --pin-fd 8624", "--pin-fd is no pipe, socket, file or terminal that was opened for the tool to read; a shell opens one as in: --pin-fd 3 3< FILE. On Windows there is 0 alone.")]
    [InlineData("the new PIN's", "change-pin authentication --pin-env LOGIN --new-pin-fd 8624", "--new-pin-fd is no pipe, socket, file or terminal that was opened for the tool to read; a shell opens one as in: --new-pin-fd 3 3< FILE. On Windows there is 0 alone.")]
    [InlineData("in Japanese", "read number --pin-fd 8624 --lang", "--pin-fd の番号は、読み取り用に開いて渡されたパイプ・ソケット・ファイル・端末ではありません。シェルでは --pin-fd 3 3< ファイル のように開いて渡します。Windows では 0 だけが使えます。")]
    public void Descriptor_that_nobody_gave_is_usage_and_its_number_is_not_repeated(string row, string line, string message)
    {
        ToolRun run = _bench.Run(line);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {message}", row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Fact]
    public void Descriptor_that_breaks_is_undetermined()
    {
        _bench.Opening = _ => throw new IOException("hidden");
        ToolRun run = _bench.Run("read number --pin-fd 3");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.TrimEnd().ShouldBe("mynumber: --pin-fd cannot be read: IOException.");
    }

    [Theory]
    [InlineData("a line", "\n", 0)]
    [InlineData("the end of the input", "", 0)]
    [InlineData("a break", "!", 3)]
    public void Byte_of_a_pin_does_not_stay_in_the_buffer_of_the_read(string row, string end, int code)
    {
        LastByteStream stream = new(Encoding.ASCII.GetBytes(_bench.Variables["INPUT"] + end));
        _bench.Opening = _ => stream;
        ((int)_bench.Run("read number --pin-fd 3").Code).ShouldBe(code, row);
        stream.Buffer.ToArray().ShouldBe(new byte[] { 0 }, row);
    }

    [Theory]
    [InlineData("the output", "--pin-fd 1")]
    [InlineData("the errors", "--pin-fd 2")]
    [InlineData("below zero", "--pin-fd -3")]
    [InlineData("no number", "--pin-fd ZQ73XK")]
    [InlineData("a PIN typed as a name", "--pin-env 8624")]
    [InlineData("a password typed as a name", "--pin-env ZQ73XK")]
    [InlineData("an empty variable", "--pin-env EMPTY")]
    [InlineData("both", "--pin-fd 3 --pin-env INPUT")]
    [InlineData("a PIN as an option", "--pin 9268")]
    [InlineData("a PIN glued to the option", "--pin-fd=ZQ73XK")]
    [InlineData("a PIN as a word", "9268")]
    public void Pin_in_the_wrong_place_is_usage_and_is_not_repeated(string row, string options)
    {
        ToolRun run = _bench.Run($"read number {options}");
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("typed at once", "9268\n")]
    [InlineData("with a slip taken back", "92<<9268\n")]
    [InlineData("with more taken back than there was", "<<<9268\n")]
    [InlineData("with an arrow key between", "92^68\n")]
    public void Pin_is_asked_at_the_terminal_and_not_shown(string row, string typed)
    {
        _bench.Typed = typed;
        ToolRun run = _bench.Run("read number");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Error.ShouldBe($"input-support PIN: {Environment.NewLine}", row);
    }

    [Fact]
    public void Empty_answer_at_the_terminal_is_undetermined()
    {
        _bench.Typed = "\n";
        _bench.Run("read number").Code.ShouldBe(ExitCode.Undetermined);
        _bench.Card.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void Free_files_need_no_way_to_a_pin() => _bench.Run("read common").Code.ShouldBe(ExitCode.Done);

    /// <summary>Knows after its end how far it was read.</summary>
    private sealed class KeptStream(byte[] content) : MemoryStream(content)
    {
        public long Taken { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Taken = disposing && CanRead ? Position : Taken;
            base.Dispose(disposing);
        }
    }

    /// <summary>Keeps the buffer that it was last given; breaks at an exclamation mark.</summary>
    private sealed class LastByteStream(byte[] content) : MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true)
    {
        public Memory<byte> Buffer { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            bool breaks = Position < Length && GetBuffer()[Position] == (byte)'!';
            Buffer = breaks ? Buffer : buffer;
            return breaks ? throw new IOException("hidden") : base.ReadAsync(buffer, cancellationToken);
        }
    }
}
