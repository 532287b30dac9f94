namespace MyNumber.Cli.Contract;

/// <summary>The language of the reasons. Codes in JSON are the same in both.</summary>
internal enum Language
{
    English = 0,
    Japanese,
}
