namespace MyNumber.Samples;

/// <summary>The command line of a sample: what does not fit ends it with 2 and the usage, and the usage that was asked for with 0.</summary>
internal static class SampleArguments
{
    /// <summary>The usage of a sample that takes nothing.</summary>
    public static string None(string name) => $"{name}\n  引数はありません (it takes no arguments)";

    /// <summary>The exit code to end with, or <see langword="null"/> to go on.</summary>
    public static int? Answer(string[] arguments, string usage, bool isRight)
    {
        if (arguments.Any(argument => argument is "--help" or "-h"))
        {
            Console.WriteLine(usage);
            return 0;
        }

        if (isRight)
        {
            return null;
        }

        Console.Error.WriteLine("不明な引数か、値のない引数があります (an argument is unknown or lacks its value)");
        Console.Error.WriteLine(usage);
        return 2;
    }
}
