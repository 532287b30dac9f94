using System.Globalization;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>The program did another thing than the transcript tells: another byte, another number of bytes, or a command or connection at another place.</summary>
/// <remarks>It says where and never what: commands may hold a PIN.</remarks>
public sealed class ReplayDifferenceException : CardException
{
    internal ReplayDifferenceException(int line, int position, string what)
        : base(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the transcript: {what}."))
    {
        Line = line;
        Position = position;
    }

    /// <summary>Line of the transcript, counted from 1 (the first line is the heading); one more than there are when the transcript was at its end.</summary>
    public int Line { get; }

    /// <summary>First byte of the command that differs, counted from 0; −1 when no command was expected.</summary>
    public int Position { get; }
}
