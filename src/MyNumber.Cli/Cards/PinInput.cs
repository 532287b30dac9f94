using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Cards;

/// <summary>Reads PINs: a line of a descriptor, a variable of the environment, keys that are not shown. Never an argument.</summary>
internal sealed class PinInput(VerbContext context) : IDisposable
{
    private readonly Dictionary<int, Stream> _open = [];

    public VerbContext Context => context;

    /// <summary>The next line of a descriptor; two PINs may be two lines of the same one. Of a line that is longer than any PIN no more is read.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="NotSupportedException">The platform has no such numbers.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public void ReadLine(int descriptor, PinText pin)
    {
        if (!_open.TryGetValue(descriptor, out Stream? stream))
        {
            stream = descriptor == 0 ? context.Streams.OpenInput() : context.Streams.OpenDescriptor(descriptor);
            _open.Add(descriptor, stream);
        }

        byte[] one = GC.AllocateArray<byte>(1, pinned: true);
        try
        {
            while (!pin.IsCut && Waiting.Read(stream, one, context.Cancellation) > 0 && one[0] != '\n')
            {
                // No PIN has a character beyond ASCII; what stands for it is refused by every rule.
                pin.Append(one[0] < 0x80 ? (char)one[0] : '\uFFFD');
            }
        }
        finally
        {
            one[0] = 0;
        }

        pin.RemoveEnd('\r');
    }

    /// <summary>Asks at the terminal; nothing of the answer is shown, not even its length.</summary>
    public void Ask(string question, PinText pin)
    {
        context.Report.Flush();
        context.Streams.Error.Write($"{question}: ");
        context.Streams.Error.Flush();
        while (context.Streams.ReadKey!(context.Cancellation) is { Key: not ConsoleKey.Enter } key)
        {
            Take(key, pin);
        }

        context.Streams.Error.WriteLine();
    }

    public void Dispose()
    {
        foreach (Stream stream in _open.Values)
        {
            stream.Dispose();
        }
    }

    private static void Take(ConsoleKeyInfo key, PinText pin)
    {
        if (key.Key is ConsoleKey.Backspace)
        {
            pin.RemoveLast();
        }
        else if (!char.IsControl(key.KeyChar))
        {
            pin.Append(key.KeyChar);
        }
    }
}
