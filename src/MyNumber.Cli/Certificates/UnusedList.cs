using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Reports;

namespace MyNumber.Cli.Certificates;

/// <summary>A revocation list that was given and is not used: the others may still have the answer, and without one it is undetermined.</summary>
/// <param name="Option">The option that named it.</param>
/// <param name="Place">Its place among the lists of that option, from 1.</param>
/// <param name="Reason">Why not.</param>
internal readonly record struct UnusedList(string Option, int Place, VerificationReason Reason)
{
    /// <summary>What the user is told.</summary>
    public string Text(Language language)
    {
        ReasonText row = ReasonTexts.Find(Reason);
        string words = Reason == VerificationReason.StatusMalformed ? language.Pick("it is no revocation list, or damaged", "失効リストではないか、壊れています") : language.Pick(row.English, row.Japanese);
        return language.Pick($"{Option}: List {Place} is not used: {words} [{Reason} {(int)Reason}].", $"{Option}: {Place} 番目の失効リストは使いません: {words} [{(int)Reason}]");
    }
}
