namespace MyNumber.Linkage.Codes;

/// <summary>From whom to whom codes are converted, each in an epoch.</summary>
internal readonly record struct CodeMove(int From, int FromEpoch, int To, int ToEpoch);
