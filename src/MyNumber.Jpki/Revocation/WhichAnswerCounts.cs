namespace MyNumber.Jpki.Revocation;

/// <summary>Which of several sources' answers a sequence takes.</summary>
public enum WhichAnswerCounts
{
    /// <summary>The first that ends the search. A later source never overrules an earlier answer.</summary>
    First = 0,

    /// <summary>The one whose knowledge is newest; an answer that is fresh enough ends the search before all are asked. A revocation is for ever: it ends the search too, and no newer answer overrules it.</summary>
    Freshest,

    /// <summary>Two sources must say the same state; the earlier one's evidence is given.</summary>
    TwoThatAgree,
}
