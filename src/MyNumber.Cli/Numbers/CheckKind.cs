using MyNumber.Numbering;

namespace MyNumber.Cli.Numbers;

/// <summary>How a text is judged as one kind.</summary>
internal delegate CheckAnswer Judge(ReadOnlySpan<char> text, NumberStyle style);

/// <summary>A kind that can be checked.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="English">English term.</param>
/// <param name="Japanese">日本語の名称.</param>
/// <param name="Judge">The judgement.</param>
internal sealed record CheckKind(string Name, string English, string Japanese, Judge Judge);
